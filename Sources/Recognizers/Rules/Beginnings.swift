// What a token is to an amount that begins with it.

/// A rule is tried only at tokens of the kinds it names.
struct Beginnings: OptionSet, Sendable {
  let rawValue: UInt8

  /// Digits or a number word.
  static let number = Beginnings(rawValue: 1 << 0)
  /// A sign or word of a currency, or a word before a sign: "US $".
  static let currency = Beginnings(rawValue: 1 << 1)
  /// A minus, dash or bracket.
  static let mark = Beginnings(rawValue: 1 << 2)
  /// millions, tens: a magnitude without a number.
  static let magnitude = Beginnings(rawValue: 1 << 3)
  /// minus, negative.
  static let negative = Beginnings(rawValue: 1 << 4)

  static let all: Beginnings = [.number, .currency, .mark, .magnitude, .negative]

  /// What can begin at a token of a sentence; empty where no amount can.
  @inline(__always)
  init(at index: Int, in sentence: Sentence) {
    let token = sentence.tokens[index]
    switch token.kind {
    case .number: self = .number
    case .sign: self = .currency
    case .outside: self = []
    case .mark: self = Self.marks(at: index, in: sentence)
    case .word:
      let isBeforeMoney = sentence.tokens[index + 1].kind == .sign || sentence.isLetterSign(index)
      // Most words begin nothing.
      let isPlain = !isBeforeMoney && token.phraseRoles.isDisjoint(with: Self.beginners)
      self = isPlain ? [] : Self.words(at: index, isBeforeMoney: isBeforeMoney, in: sentence)
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// For each set of beginnings, by its raw value, the rules whose readings can begin so.
  static func table(of rules: [any AmountRule.Type]) -> [[any AmountRule.Type]] {
    (0...all.rawValue).map { set in rules.filter { !$0.beginnings.isDisjoint(with: Beginnings(rawValue: set)) } }
  }

  private static func marks(at index: Int, in sentence: Sentence) -> Beginnings {
    if sentence.isMark(index, Token.Mark.vulgarFraction) { return index + 1 < sentence.count ? .number : [] }
    guard sentence.isDash(index) || sentence.isMark(index, UInt8(ascii: "(")), index + 1 < sentence.count else {
      return []
    }
    let isBeforeMoney = sentence.tokens[index + 1].kind != .word || sentence.roles(index + 1).contains(.currency)
    return isBeforeMoney ? .mark : []
  }

  private static var beginners: Roles {
    [.unit, .tens, .multiplier, .scale, .fraction, .ordinalPart, .collective, .currency, .magnitude, .negative]
  }

  private static func words(at index: Int, isBeforeMoney: Bool, in sentence: Sentence) -> Beginnings {
    let token = sentence.tokens[index]
    var beginnings: Beginnings = []
    if !token.roles.isDisjoint(with: [.unit, .tens, .multiplier, .scale, .fraction, .ordinalPart, .collective]) {
      beginnings.insert(.number)
    }
    if isBeforeMoney || token.roles.contains(.currency) { beginnings.insert(.currency) }
    if sentence.phrase(at: index, .magnitude) != nil { beginnings.insert(.magnitude) }
    if token.roles.contains(.negative) { beginnings.insert(.negative) }
    // A phrase of several words, which counts only where one of them does.
    if !beginnings.isEmpty, token.phraseRoles.contains(.currency) { beginnings.insert(.currency) }
    return beginnings
  }
}
