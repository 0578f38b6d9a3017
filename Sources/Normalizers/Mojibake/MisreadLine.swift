// One line that may hold UTF-8 misread in a code page, and the way back.

/// A line as characters, each with the bytes of the text it stands for. Undoing a misreading puts one character for
/// several; it is repeated for text that was misread more than once.
struct MisreadLine {
  struct Glyph {
    var scalar: UInt32
    /// The bytes of the line this character stands for.
    var range: Range<Int>
    var isChanged = false
  }

  private(set) var glyphs: [Glyph]
  private static let mostLayers = 8

  /// The characters of well-formed UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    glyphs = []
    glyphs.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = Self.scalar(bytes, position)
      let end = min(position + length, range.upperBound)
      glyphs.append(Glyph(scalar: scalar, range: position..<end))
      position = end
    }
  }

  /// The number of bytes of a character that begins with `lead`; a malformed byte counts as a character.
  static func length(of lead: UInt8) -> Int { lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// The character at a position and the number of its bytes; malformed bytes count as one character, NUL, each.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[position]
    guard lead >= 0xC2 else { return (lead < 0x80 ? UInt32(lead) : 0, 1) }
    let length = length(of: lead)
    guard position + length <= bytes.count else { return (0, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in (position + 1)..<(position + length) {
      guard bytes[index] & 0xC0 == 0x80 else { return (0, 1) }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (scalar, length)
  }

  /// Undoes what was misread; the glyphs that changed tell the edits. Of text misread twice the first step back may look
  /// odder than the text: where one page explains all of a line, two steps are tried at once.
  mutating func repair() {
    let scalars = glyphs.map(\.scalar)
    let pages = candidates(scalars)
    var best = self
    best.repairByLayers()
    var oddity = best.oddity
    for page in pages where oddity > 0 {
      guard let runs = MisreadPage(page: page, scalars: scalars).runsOfWholeLine() else { continue }
      var deep = self
      deep.replace(runs)
      deep.repairByLayers()
      guard deep.oddity + Oddity.telling <= oddity else { continue }
      (best, oddity) = (deep, deep.oddity)
    }
    self = best
  }

  private var oddity: Int {
    let scalars = glyphs.map(\.scalar)
    return Oddity.of(scalars, 0..<scalars.count)
  }

  private mutating func repairByLayers() {
    var layers = 0
    while layers < Self.mostLayers, repairLayer() { layers += 1 }
  }

  private mutating func repairLayer() -> Bool {
    let scalars = glyphs.map(\.scalar)
    var best: (gain: Int, runs: [MisreadRun]) = (0, [])
    for page in candidates(scalars) {
      let found = MisreadPage(page: page, scalars: scalars).runs()
      if found.gain > best.gain { best = found }
    }
    replace(best.runs)
    return !best.runs.isEmpty
  }

  /// The pages that may explain some characters of the line.
  private func candidates(_ scalars: [UInt32]) -> [Int] {
    var pages: UInt16 = 0
    for index in scalars.indices where scalars[index] >= 0x80 {
      let next = index + 1 < scalars.count ? scalars[index + 1] : 0x20
      pages |= Lookalikes.shared.pages(scalars[index], next)
    }
    return (0..<Lookalikes.pageCount).filter { pages & (1 << UInt16($0)) != 0 }
  }

  /// Puts right stretches that are in order.
  private mutating func replace(_ runs: [MisreadRun]) {
    for run in runs.reversed() { replace(run) }
  }

  private mutating func replace(_ run: MisreadRun) {
    var position = run.range.lowerBound
    let new = run.items.map { item in
      let end = position + item.count
      defer { position = end }
      let range = glyphs[position].range.lowerBound..<glyphs[end - 1].range.upperBound
      return Glyph(scalar: item.scalar, range: range, isChanged: true)
    }
    glyphs.replaceSubrange(run.range, with: new)
  }
}

/// Characters side by side that are all sequences of UTF-8 read in one code page.
struct MisreadRun {
  /// One sequence: how many characters it takes up, and the one it is.
  struct Sequence {
    var count: Int
    var scalar: UInt32
    /// Whether a byte inside it is guessed: one that a space or a question mark stands for.
    var isGuessed = false
  }

  var range: Range<Int>
  var items: [Sequence]
}
