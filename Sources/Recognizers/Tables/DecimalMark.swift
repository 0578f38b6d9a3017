// Which of point and comma parts the decimals, as the numbers of a column show together.
import Model

/// Counts over the numbers of a column or a table.
struct DecimalMark {
  /// Numbers that show the mark to be decimal: "1.234,5", "12,50", "0,125".
  private var decimalPoints = 0
  private var decimalCommas = 0
  /// One mark with three digits behind it, which may be either.
  private var openPoints = 0
  /// Some of them have two or three digits before the point, or end in two zeros: no price has thousandths like that.
  private var longPoints = 0
  private var openCommas = 0
  /// Whole numbers below a thousand, and those above it without any mark.
  private var small = 0
  private var ungrouped = 0

  mutating func add(_ digits: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
    var points = 0
    var commas = 0
    var last = digits.upperBound
    var length = 0
    for index in digits {
      switch text[index] {
      case UInt8(ascii: "."): (points, last) = (points + 1, index)
      case UInt8(ascii: ","): (commas, last) = (commas + 1, index)
      default: length += 1
      }
    }
    let decimals = digits.upperBound - last - 1
    switch (points, commas) {
    case (0, 0): if length > 3 { ungrouped += 1 } else { small += 1 }
    case (0, 1) where decimals == 3 && isGroup(digits, before: last, in: text): openCommas += 1
    case (1, 0) where decimals == 3 && isGroup(digits, before: last, in: text):
      openPoints += 1
      let isRound = text[digits.upperBound - 1] == 0x30 && text[digits.upperBound - 2] == 0x30
      if last - digits.lowerBound > 1 || isRound { longPoints += 1 }
    case (0, 1): decimalCommas += 1
    case (1, 0): decimalPoints += 1
    case (0, _): decimalPoints += 1
    case (_, 0): decimalCommas += 1
    default: if text[last] == UInt8(ascii: ",") { decimalCommas += 1 } else { decimalPoints += 1 }
    }
  }

  mutating func add(_ other: DecimalMark) {
    decimalPoints += other.decimalPoints
    decimalCommas += other.decimalCommas
    openPoints += other.openPoints
    longPoints += other.longPoints
    openCommas += other.openCommas
    small += other.small
    ungrouped += other.ungrouped
  }

  private func isGroup(_ digits: Range<Int>, before mark: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    (1...3).contains(mark - digits.lowerBound) && text[digits.lowerBound] != 0x30
  }

  /// The mark shown by a column, else by its table; nil where nothing tells.
  static func decided(column: DecimalMark, table: DecimalMark) -> UInt8? { column.own ?? column.mixed ?? table.own }

  /// Whether points before three digits can only part thousands, in a currency that is not written with commas there.
  var partsThousands: Bool { longPoints > 0 && openCommas == 0 && decimalPoints == 0 }

  private var own: UInt8? {
    if decimalPoints > decimalCommas * 4 { return UInt8(ascii: ".") }
    if decimalCommas > decimalPoints * 4 { return UInt8(ascii: ",") }
    return nil
  }

  /// Points before three digits beside small whole numbers, and no long ones without marks, part thousands.
  private var mixed: UInt8? {
    guard openPoints > 0, openCommas == 0, ungrouped == 0, small > 0, decimalPoints + decimalCommas == 0 else {
      return nil
    }
    return UInt8(ascii: ",")
  }

  /// The value of digits whose decimal mark is decided, and its significant digits; nil beyond 38 digits, or where the
  /// separators do not fit the mark.
  static func value(
    _ digits: Range<Int>, in text: UnsafeBufferPointer<UInt8>, mark: UInt8?
  ) -> (value: ExactDecimal, significantDigits: Int)? {
    let slice = text[digits]
    guard let mark else { return DigitNumber.value(of: slice) }
    let group = mark == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let decimal = slice.lastIndex(of: mark)
    guard slice.count(where: { $0 == mark }) < 2, slice.lastIndex(of: group).map({ $0 < decimal ?? .max }) ?? true
    else {
      return DigitNumber.value(of: slice)
    }
    return DigitNumber.value(of: slice, decimal: decimal ?? digits.upperBound)
  }
}
