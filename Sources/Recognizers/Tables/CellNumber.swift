// The number that fills a cell: "1,234", "(56.7)", "–12", "$ 1,234", "1,234 a/", "12.5%".
import Model

/// Read from the bytes, for most cells of most tables are such.
struct CellNumber {
  /// Sign, brackets and digits, without the marks of footnotes.
  var surface: Range<Int>
  /// Digits and their separators.
  var digits: Range<Int>
  var isNegative = false
  var isPercent = false
  /// Bytes of a currency sign before the digits.
  var sign: Range<Int>?

  /// Nil where the cell holds anything else as well.
  init?(_ cell: Range<Int>, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    var reader = CellReader(text: text, position: cell.lowerBound, end: cell.upperBound)
    let start = reader.position
    reader.skipSigns(lexicon)
    guard let digits = reader.takeDigits(), !Self.isScale(digits, in: text),
      Self.isGrouped(digits, in: text)
    else { return nil }
    self.digits = digits
    if reader.isBracketed {
      reader.skipSpaces()
      guard reader.take(UInt8(ascii: ")")) else { return nil }
      reader.isNegative = true
    } else if reader.takeTrailingMinus() {
      reader.isNegative = true
    }
    surface = (reader.surfaceStart ?? start)..<reader.position
    isNegative = reader.isNegative
    sign = reader.sign
    reader.skipSpaces()
    isPercent = reader.take(UInt8(ascii: "%"))
    guard FootnoteMarks.fill(reader.position..<cell.upperBound, in: text) else { return nil }
  }

  /// Whether repeated points or commas part thousands: "12.05.2009" is a date.
  private static func isGrouped(_ digits: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var marks = 0
    var length = 0
    for index in digits {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: ","):
        // 1,00,000 has groups of two.
        if marks > 0, length != 3, length != 2 || text[index] != UInt8(ascii: ",") { return false }
        marks += 1
        length = 0
      default: length += 1
      }
    }
    return marks < 2 || length == 3
      || text[digits].contains(UInt8(ascii: ".")) && text[digits].contains(UInt8(ascii: ","))
  }

  /// "000": thousands are left out of the numbers below.
  private static func isScale(_ digits: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    digits.count >= 3 && text[digits].allSatisfy { $0 == 0x30 || $0 == UInt8(ascii: ",") }
  }
}

/// A place in a cell that moves forward.
private struct CellReader {
  let text: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int
  var isBracketed = false
  var isNegative = false
  var sign: Range<Int>?
  /// Where the surface begins; behind a plus sign.
  var surfaceStart: Int?

  mutating func skipSpaces() {
    while position < end, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, text[position] == byte else { return false }
    position += 1
    return true
  }

  /// Minus and plus, an opening bracket and a currency sign, in any order.
  mutating func skipSigns(_ lexicon: Lexicon) {
    skipSpaces()
    for _ in 0..<4 {
      guard position < end, !Bytes.isDigit(text[position]) else { return }
      if !isBracketed, text[position] == UInt8(ascii: "(") {
        isBracketed = true
        position += 1
      } else if let length = minusLength {
        isNegative = true
        position += length
      } else if text[position] == UInt8(ascii: "+"), sign == nil, !isBracketed {
        position += 1
        surfaceStart = position
      } else if sign == nil, let length = signLength(lexicon) {
        sign = position..<(position + length)
        position += length
      } else {
        return
      }
      skipSpaces()
    }
  }

  private var minusLength: Int? {
    if text[position] == UInt8(ascii: "-") { return 1 }
    guard position + 2 < end, text[position] == 0xE2 else { return nil }
    let isDash = text[position + 1] == 0x80 && (0x90...0x95).contains(text[position + 2])
    return isDash || text[position + 1] == 0x88 && text[position + 2] == 0x92 ? 3 : nil
  }

  /// The length of the currency sign that stands here, before what is no letter.
  private func signLength(_ lexicon: Lexicon) -> Int? {
    lexicon.signs.candidates(at: position, in: text)?.first { sign in
      position + sign.count < end && sign.stands(at: position, in: text) && !Bytes.isLetter(text[position + sign.count])
    }?.count
  }

  mutating func takeDigits() -> Range<Int>? {
    guard position < end else { return nil }
    let isPoint = text[position] == UInt8(ascii: ".") && position + 1 < end && Bytes.isDigit(text[position + 1])
    guard isPoint || Bytes.isDigit(text[position]) else { return nil }
    let start = position
    position = DigitNumber.end(in: text, from: start, before: end)
    return start..<position
  }

  /// "1,234-", as some accounts print it, at the end of its cell.
  mutating func takeTrailingMinus() -> Bool {
    guard position + 1 == end, text[position] == UInt8(ascii: "-") else { return false }
    position += 1
    return true
  }
}

/// What may stand behind the number of a cell without being part of it.
enum FootnoteMarks {
  /// Whether a stretch holds nothing but such marks: "a/", "1/", "(b)", "[2]", "¹", "*", "†".
  static func fill(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      guard let length = length(at: position, before: range.upperBound, in: text) else { return false }
      position += length
    }
    return true
  }

  private static func length(at position: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let byte = text[position]
    switch byte {
    case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ","): return 1
    case UInt8(ascii: "("), UInt8(ascii: "["):
      let close: UInt8 = byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      return (2...3).first { position + $0 < end && text[position + $0] == close }.map { $0 + 1 }
    case 0xC2:
      guard position + 1 < end else { return nil }
      return [0xB9, 0xB2, 0xB3, 0xA7, 0xB6, 0xAA, 0xBA].contains(text[position + 1]) ? 2 : nil
    case 0xE2:
      guard position + 2 < end else { return nil }
      let isDagger = text[position + 1] == 0x80 && (text[position + 2] == 0xA0 || text[position + 2] == 0xA1)
      return isDagger || text[position + 1] == 0x81 && text[position + 2] >= 0xB0 ? 3 : nil
    default:
      return letterLength(at: position, before: end, in: text)
    }
  }

  /// A letter or number with a slash or bracket behind it; a letter alone where it cannot be a scale or a unit.
  private static func letterLength(
    at position: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let isGlued = position > 0 && Bytes.isDigit(text[position - 1])
    var next = position
    while next < end, next < position + 2, Bytes.isDigit(text[next]) { next += 1 }
    if next == position {
      guard Bytes.isLetter(text[position]) else { return nil }
      next += 1
    }
    if next < end, text[next] == UInt8(ascii: "/") || text[next] == UInt8(ascii: ")") {
      return isGlued && Bytes.isDigit(text[position]) ? nil : next + 1 - position
    }
    guard next == end || text[next] == 0x20 || text[next] == UInt8(ascii: ","), Bytes.isLetter(text[position]) else {
      return nil
    }
    return alone.contains(text[position]) ? 1 : nil
  }

  private static let alone: [UInt8] = Array("acdefr".utf8)
}
