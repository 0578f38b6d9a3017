// A line taken for UTF-8 read in one code page: the stretches where that makes it plainer.

struct MisreadPage {
  private let page: Int
  private let scalars: [UInt32]
  private let isOpen: Bool
  private let isSpaced: Bool
  private static let tables = Lookalikes.shared

  init(page: Int, scalars: [UInt32]) {
    (self.page, self.scalars) = (page, scalars)
    isOpen = Self.tables.openPages & (1 << UInt16(page)) != 0
    isSpaced = Self.tables.spacedPages & (1 << UInt16(page)) != 0
  }

  /// The stretches to put right, in order, and how well the page explains them. A stretch that tells nothing
  /// by itself is believed beside one that does.
  func runs() -> (gain: Int, runs: [MisreadRun]) {
    let found = candidates()
    guard !found.isEmpty else { return (0, []) }
    let vanishing = vanishingScript(found)
    let gains = found.map { gain($0, vanishing) }
    let strong = gains.filter { $0 >= Oddity.telling }
    guard !strong.isEmpty else { return (0, []) }
    let contrary = contraryCount(found)
    // What is only just telling may be a way of writing, where the line has more such letters that are in order.
    guard strong.contains(where: { $0 >= 2 * Oddity.telling }) || contrary <= 2 * strong.count else { return (0, []) }
    var total = 0
    var kept: [MisreadRun] = []
    // One layer undone of several may look no better than before: where nothing speaks against the page, it may do so.
    let least = contrary == 0 && strong.contains { $0 >= 2 * Oddity.telling } ? -Oddity.telling : 0
    for (run, gain) in zip(found, gains) where gain >= least {
      total += (gain + run.range.count) * 16 - strayControls(run) - rareLetters(run)
      kept.append(run)
    }
    return (total, kept)
  }

  /// All stretches that are sequences in this page, if they hold every character beyond ASCII.
  func runsOfWholeLine() -> [MisreadRun]? {
    let found = candidates()
    let covered = found.reduce(0) { $0 + $1.range.count { scalars[$0] >= 0x80 } }
    return !found.isEmpty && covered == scalars.count { $0 >= 0x80 } ? found : nil
  }

  /// How many bytes came through as C1 controls though the page has characters for them: another page fits better.
  private func strayControls(_ run: MisreadRun) -> Int {
    run.range.count { index in
      (0x80..<0xA0).contains(scalars[index]) && !Self.tables.isUnassigned(UInt8(scalars[index]), in: page)
    }
  }

  /// How many letters of few languages come of it, å, þ and ð: of two pages with like results the other is likelier.
  private func rareLetters(_ run: MisreadRun) -> Int {
    run.items.count { [0xC5, 0xE5, 0xD0, 0xF0, 0xDE, 0xFE].contains($0.scalar) }
  }

  private func candidates() -> [MisreadRun] {
    var runs: [MisreadRun] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] >= 0x80, let first = sequence(at: index) else {
        index += 1
        continue
      }
      var run = MisreadRun(range: index..<(index + first.count), items: [first])
      while run.range.upperBound < scalars.count, let next = sequence(at: run.range.upperBound) {
        run.items.append(next)
        run.range = index..<(run.range.upperBound + next.count)
      }
      index = run.range.upperBound
      if isGrounded(run) { runs.append(run) }
    }
    return runs
  }

  /// A guessed byte is believed only beside whole sequences.
  private func isGrounded(_ run: MisreadRun) -> Bool {
    !run.items.contains { $0.isGuessed } || run.items.contains { !$0.isGuessed }
  }

  private func gain(_ run: MisreadRun, _ vanishing: GlyphKind.Script) -> Int {
    let from = max(0, run.range.lowerBound - 2)
    let to = min(scalars.count, run.range.upperBound + 2)
    let head = Array(scalars[from..<run.range.lowerBound])
    let after = head + run.items.map(\.scalar) + Array(scalars[run.range.upperBound..<to])
    let before = Array(scalars[from..<to])
    let start = head.count
    let gain =
      Oddity.of(before, start..<(start + run.range.count)) - Oddity.of(after, start..<(start + run.items.count))
    let isLonely =
      vanishing != .none && run.range.contains { GlyphKind(of: scalars[$0]).script == vanishing }
      && !run.items.contains { GlyphKind(of: $0.scalar).script == vanishing }
    return gain + (isLonely ? Oddity.telling : 0)
  }

  /// The script, other than Latin, whose letters in a line of Latin words all belong to the runs.
  private func vanishingScript(_ runs: [MisreadRun]) -> GlyphKind.Script {
    let first = runs[0].range.lazy.map { GlyphKind(of: scalars[$0]).script }
    guard let script = first.first(where: { $0 == .cyrillic || $0 == .greek }) else { return .none }
    var latin = 0
    var next = 0
    for index in scalars.indices {
      while next < runs.count, runs[next].range.upperBound <= index { next += 1 }
      if next < runs.count, runs[next].range.contains(index) { continue }
      let kind = GlyphKind(of: scalars[index])
      if kind.script == script { return .none }
      if kind.script == .latin { latin += 1 }
    }
    return latin >= 8 ? script : .none
  }

  /// The letters beyond ASCII that would be part of sequences in this page but are not.
  private func contraryCount(_ runs: [MisreadRun]) -> Int {
    var count = 0
    var next = 0
    for index in scalars.indices where scalars[index] >= 0x80 {
      while next < runs.count, runs[next].range.upperBound <= index { next += 1 }
      if next < runs.count, runs[next].range.contains(index) { continue }
      if Self.tables.byte(scalars[index], in: page) >= 0xC2, GlyphKind(of: scalars[index]).isLetter { count += 1 }
    }
    return count
  }

  /// The UTF-8 sequence whose bytes the characters from `index` on stand for.
  private func sequence(at index: Int) -> MisreadRun.Sequence? {
    let lead = Self.tables.byte(scalars[index], in: page)
    guard (0xC2...0xF4).contains(lead) else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    var lost = 0
    for offset in 1..<length {
      switch tail(at: index + offset) {
      case .byte(let byte):
        scalar = scalar << 6 | UInt32(byte & 0x3F)
      case .space where lost == 0 && offset == length - 1:
        return spaced(scalar << 6 | 0x20, lead: lead, at: index, length: length)
      case .space where lost == 0 && lead != 0xE2:
        lost = offset
        scalar = scalar << 6 | 0x20
      case .lost where lost == 0:
        lost = offset
        scalar <<= 6
      default:
        return lead == 0xE2 && offset == 2 && lost == 0 ? closingQuote(scalar, at: index) : nil
      }
    }
    if lost > 0, scalars[index + lost] == 0x20 {
      guard isWellFormed(scalar, length: length) else { return nil }
      return MisreadRun.Sequence(count: length, scalar: scalar, isGuessed: true)
    }
    if lost > 0 {
      guard length > 2 || scalars[index + 1] == 0xFFFD || index + 2 < scalars.count && scalars[index + 2] >= 0xC2
      else { return nil }
      return MisreadRun.Sequence(count: length, scalar: 0xFFFD, isGuessed: scalars[index + lost] == 0x3F)
    }
    if (0xD800..<0xDC00).contains(scalar) { return surrogates(scalar, at: index) }
    guard isWellFormed(scalar, length: length) else { return nil }
    return MisreadRun.Sequence(count: length, scalar: scalar)
  }

  private enum Tail { case byte(UInt8), space, lost, none }

  private func tail(at index: Int) -> Tail {
    guard index < scalars.count else { return isSpaced ? .space : .none }
    switch scalars[index] {
    case 0x20 where isSpaced, 0x0A where isSpaced: return .space
    case 0x3F, 0xFFFD: return isOpen ? .lost : .none
    case let scalar:
      let byte = Self.tables.byte(scalar, in: page)
      return (0x80..<0xC0).contains(byte) ? .byte(byte) : .none
    }
  }

  /// A sequence whose last byte 0xA0, a no-break space, has become a plain space or has been trimmed away. The word "à"
  /// keeps a space of its own, which the two may have been folded into; but Portuguese writes "às" and "àquele".
  private func spaced(_ scalar: UInt32, lead: UInt8, at index: Int, length: Int) -> MisreadRun.Sequence? {
    guard isWellFormed(scalar, length: length) else { return nil }
    let isAtEnd = index + length > scalars.count || scalars[index + length - 1] == 0x0A
    guard scalar == 0xE0, isAtEnd || !isFollowedByPortuguese(index + length) else {
      guard !isAtEnd else { return nil }
      return MisreadRun.Sequence(count: length, scalar: scalar)
    }
    let isDoubled = !isAtEnd && index + length < scalars.count && scalars[index + length] == 0x20
    return MisreadRun.Sequence(count: isDoubled ? 2 : 1, scalar: scalar)
  }

  private func isFollowedByPortuguese(_ index: Int) -> Bool {
    ["s ", "quele", "quela", "quilo"].contains { (word: String) in
      word.unicodeScalars.map(\.value).elementsEqual(scalars.dropFirst(index).prefix(word.utf8.count))
    }
  }

  /// A closing quotation mark, U+201D, whose last byte 0x9D the code page cannot show.
  private func closingQuote(_ scalar: UInt32, at index: Int) -> MisreadRun.Sequence? {
    guard isOpen, scalar == 0x80, Self.tables.isUnassigned(0x9D, in: page) else { return nil }
    guard index + 2 >= scalars.count || scalars[index + 2] < 0x80 else { return nil }
    return MisreadRun.Sequence(count: 2, scalar: 0x201D)
  }

  /// The character of a surrogate pair written as two sequences of three bytes (CESU-8).
  private func surrogates(_ high: UInt32, at index: Int) -> MisreadRun.Sequence? {
    guard index + 5 < scalars.count else { return nil }
    var low: UInt32 = 0
    for offset in 3..<6 {
      let byte = Self.tables.byte(scalars[index + offset], in: page)
      guard offset == 3 ? byte == 0xED : (0x80..<0xC0).contains(byte) else { return nil }
      low = low << 6 | UInt32(byte & 0x3F)
    }
    guard (0xDC00..<0xE000).contains(low & 0xFFFF) else { return nil }
    return MisreadRun.Sequence(count: 6, scalar: 0x10000 + (high - 0xD800) << 10 + (low & 0x3FF))
  }

  private func isWellFormed(_ scalar: UInt32, length: Int) -> Bool {
    switch length {
    case 2: scalar >= 0x80
    case 3: scalar >= 0x800 && !(0xD800..<0xE000).contains(scalar)
    default: (0x10000..<0x110000).contains(scalar)
    }
  }
}
