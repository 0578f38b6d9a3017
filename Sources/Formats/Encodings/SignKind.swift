// What signs that are no letters of a language are, and how much each surprises where it stands.

/// Numbered so that a kind can stand behind the letters of a language in a table of costs. The costs are set by hand,
/// in quarters of a bit: quotation marks and dashes are common in texts of any language, "¤" and "¬" are not.
enum SignKind: Int, CaseIterable {
  case space, noBreakSpace, digit, punctuation
  /// Before a word, behind one, and what stands on either side, as “ and » do by the language.
  case opening, closing, dash
  case currency, symbol, box, rare
  /// A letter of the same script that the language does not write with.
  case foreignLetter
  case otherScript
  /// A control character, or a byte without a meaning.
  case control

  /// The kind of a scalar that is no letter of the language.
  init(of scalar: UInt32, isCyrillic: Bool) {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20: self = .space
    case 0x30...0x39: self = .digit
    case 0x0C, 0x1A, 0x1B,
      0x21...0x7E where !Self.isASCIILetter(scalar):
      self = .punctuation
    case 0xA0, 0xAD: self = .noBreakSpace
    case 0x2018, 0x201A, 0x201E, 0x2039, 0xBF, 0xA1: self = .opening
    case 0x2019, 0x203A, 0x2026: self = .closing
    case 0x2013, 0x2014, 0x2015, 0x201C, 0x201D, 0xAB, 0xBB: self = .dash
    case 0xA3, 0xA5, 0x20AC: self = .currency
    case 0xA7, 0xA9, 0xAE, 0xB0, 0xB1, 0xB2, 0xB3, 0xB7, 0xB9, 0xBC, 0xBD, 0xBE, 0xD7, 0x2022, 0x2116, 0x2122, 0xAA,
      0xBA, 0x2020, 0x2030:
      self = .symbol
    case 0x2500...0x25A0: self = .box
    case 0xFFFD, 0..<0x20, 0x7F...0x9F: self = .control
    case 0x41...0x24F where Self.isLetter(scalar): self = isCyrillic ? .otherScript : .foreignLetter
    case 0x400...0x4FF: self = isCyrillic ? .foreignLetter : .otherScript
    default: self = Self.isLetter(scalar) ? .otherScript : .rare
    }
  }

  var isLetter: Bool { self == .foreignLetter || self == .otherScript }

  /// What the sign costs behind a letter.
  var costBehindLetter: Int {
    switch self {
    case .space: 4
    case .digit: 20
    case .opening, .currency, .symbol: 44
    case .box: 56
    case .rare: 76
    default: costBehindSign(nil)
    }
  }

  /// What the sign costs behind another; nil is any.
  func costBehindSign(_ before: SignKind?) -> Int {
    switch self {
    case .space: 6
    case .digit: 8
    case .punctuation: 12
    case .noBreakSpace: 20
    case .opening: before == .digit ? 44 : 24
    case .closing: before == .space || before == .opening ? 44 : 24
    case .dash: 24
    case .currency: 32
    case .symbol: 36
    case .box: before == .box ? 24 : 32
    case .rare: 64
    case .foreignLetter: 52
    case .otherScript: 72
    case .control: 100
    }
  }

  /// What a letter costs behind the sign, beyond what it costs at the beginning of a word.
  var costOfLetterBehind: Int {
    switch self {
    case .digit: 12
    case .currency, .symbol, .box: 24
    case .rare: 16
    case .closing: 4
    default: 0
    }
  }

  private static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}
