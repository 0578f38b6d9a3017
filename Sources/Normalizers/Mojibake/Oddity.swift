// How odd a stretch of text looks: what no writer of any language sets side by side counts, by its degree.

/// Counts of oddity: 0 for what any text may hold, 3 for what text read rightly hardly ever holds.
enum Oddity {
  /// The threshold: a misreading shows where undoing it makes a stretch less odd by this much.
  static let telling = 3

  /// The oddity of a stretch between the characters at its sides, of which those at `range` and the joints between
  /// them and to the character behind them are counted.
  static func of(_ scalars: [UInt32], _ range: Range<Int>) -> Int {
    var total = 0
    var before = kind(scalars, range.lowerBound - 2)
    var last = kind(scalars, range.lowerBound - 1)
    for index in range.lowerBound...range.upperBound {
      let next = kind(scalars, index)
      if index < range.upperBound { total += alone(next, scalars[index]) }
      total += joint(before, last, next)
      if last.role == .upper, index < scalars.count, scalars[index] == 0xA0, scalars[index - 1] == 0xC3 { total += 3 }
      (before, last) = (last, next)
    }
    return total
  }

  private static func kind(_ scalars: [UInt32], _ index: Int) -> GlyphKind {
    scalars.indices.contains(index) ? GlyphKind(of: scalars[index]) : GlyphKind(.blank)
  }

  private static func alone(_ kind: GlyphKind, _ scalar: UInt32) -> Int {
    switch kind.role {
    case .control: return 5
    case .odd: return 2
    case .sign, .replacement: return 1
    default: break
    }
    if kind.isRare { return kind.script == .rare ? 5 : 3 }
    // The letters that bytes 0xC2, 0xC3 and 0xC5 turn into, beside them rarely written.
    return scalar == 0xC2 || scalar == 0xC3 || scalar == 0x139 || scalar == 0x102 ? 1 : 0
  }

  /// What stands between a character and the next one, `before` standing in front of both.
  private static func joint(_ before: GlyphKind, _ last: GlyphKind, _ next: GlyphKind) -> Int {
    switch (last.isLetter, next.isLetter) {
    case (true, true): letters(before, last, next)
    case (true, false): letter(before, last, then: next)
    case (false, true): mark(before, last, then: next)
    case (false, false): marks(last, next)
    }
  }

  private static func letters(_ before: GlyphKind, _ last: GlyphKind, _ next: GlyphKind) -> Int {
    guard last.script == next.script else {
      // Greek letters stand in the names of molecules and units, Latin ones in Chinese and Japanese text.
      let pair = Set([last.script, next.script])
      if pair == [.latin, .greek] { return 1 }
      return pair == [.latin, .ideographic] && (last.isASCII || next.isASCII) ? 2 : 4
    }
    if last.role == .lower, next.role == .upper { return last.isASCII && next.isASCII ? 1 : 3 }
    guard last.role == .upper, next.role == .lower, before.role == .upper else { return 0 }
    return last.isASCII && next.isASCII ? 1 : 3
  }

  private static func letter(_ before: GlyphKind, _ last: GlyphKind, then next: GlyphKind) -> Int {
    switch next.role {
    case .currency, .sign, .box, .opening: 3
    case .inverted: 4
    case .odd, .dagger: 2
    // A name in capitals may end with its mark.
    case .symbol where before.role == .upper && last.role == .upper: 1
    case .symbol, .superscript: last.isASCII ? 1 : 3
    case .digit: last.role == .upper && !last.isASCII ? 2 : 0
    default: 0
    }
  }

  private static func mark(_ before: GlyphKind, _ last: GlyphKind, then next: GlyphKind) -> Int {
    switch last.role {
    case .neutral: !last.isASCII && !next.isASCII && before.isLetter && !before.isASCII ? 2 : 0
    case .box, .superscript: 3
    case .symbol: 2
    case .sign: next.script == .greek ? 0 : 2
    case .currency, .odd, .dagger, .closing: 2
    case .digit: next.role == .upper && !next.isASCII ? 2 : 0
    default: 0
    }
  }

  private static func marks(_ last: GlyphKind, _ next: GlyphKind) -> Int {
    guard last.role != next.role else { return 0 }
    if last.role == .neutral, !last.isASCII { return next.role == .sign || next.role == .symbol ? 2 : 0 }
    switch (last.role, next.role) {
    case (.blank, .superscript): return 2
    case (_, .combining): return 3
    case (_, .blank), (.blank, _), (_, .neutral), (.neutral, _), (.digit, .superscript), (.digit, .symbol): return 0
    case (.digit, .closing), (.opening, .digit), (.digit, .dagger), (.digit, .currency), (.currency, .digit): return 0
    case (.sign, .digit), (.digit, .sign), (.sign, .opening), (.closing, .sign), (.symbol, .digit), (.sign, .symbol):
      return 0
    case (.opening, .sign), (.sign, .closing), (.opening, .symbol), (.symbol, .closing): return 0
    case (.opening, .inverted), (.combining, _), (_, .replacement), (.replacement, _): return 0
    default: return 2
    }
  }
}
