// "15.000 Euro" in a text that writes "1.437.800 Euro" elsewhere: the document tells what a lone dot means.
import Model

enum DocumentNumberStyle {
  /// Mentions in which three digits follow a lone dot, read as thousands where the document's other amounts are written
  /// so, or, where they tell nothing, an amount in another currency than dollars is too long to have thousandths.
  static func settle(_ mentions: inout [Mention]) {
    let hasLoneDot = mentions.withUnsafeBufferPointer { mentions in
      mentions.indices.contains { mayHaveLoneDot(mentions[$0]) && digits(of: mentions[$0]) != nil }
    }
    guard hasLoneDot else { return }
    let styles = mentions.map { style(of: $0.surface) }
    let hasGroups = styles.contains(.dotGroups)
    guard !styles.contains(.dotDecimals) else { return }
    for index in mentions.indices {
      guard let digits = digits(of: mentions[index]), hasGroups || isTooLong(digits, of: mentions[index]),
        let value = try? mentions[index].amount.lower?.multiplied(by: ExactDecimal(integer: 1000))
      else { continue }
      mentions[index].amount = Amount(point: value, significantDigits: mentions[index].amount.significantDigits)
    }
  }

  private enum Style { case dotGroups, dotDecimals, unknown }

  private static let dollar: Currency.Code = "USD"

  /// Four digits or more, as "1.500" has them.
  @inline(__always)
  private static func mayHaveLoneDot(_ mention: borrowing Mention) -> Bool { mention.amount.significantDigits >= 4 }

  /// Digits before and behind the dot of "15.000"; nil where the amount is written otherwise, or has a scale.
  private static func digits(of mention: borrowing Mention) -> (whole: Int, last: Int)? {
    // The numbers of a column tell by themselves.
    guard mention.currencyEvidence != .table, mention.amount.isPoint, let value = mention.amount.lower,
      mention.currency != dollar
    else { return nil }
    var whole = 0
    var part = 0
    var number = 0
    var dots = 0
    for byte in mention.surface.utf8 {
      if Bytes.isDigit(byte) {
        if dots == 0 { whole += 1 } else { part += 1 }
        number = number &* 10 &+ Int(byte - 0x30)
      } else if byte == UInt8(ascii: "."), whole > 0, part < 3 {
        dots += 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'") {
        return nil
      }
    }
    guard dots == 1, part == 3, whole <= 3, number >= 1000 else { return nil }
    // A scale word or cents have made something else of it.
    guard let stated = try? ExactDecimal(mantissa: Int128(number), scale: 3), stated == value else { return nil }
    return (whole, number % 1000)
  }

  /// Fuel and shares are priced to a tenth of a cent; "11.499 €" and "1.400 €" are not.
  private static func isTooLong(_ digits: (whole: Int, last: Int), of mention: Mention) -> Bool {
    mention.per == nil && (digits.whole > 1 || digits.last % 100 == 0)
  }

  private static func style(of surface: String) -> Style {
    var groups = 0
    var run = 0
    var mark: UInt8 = 0
    var style = Style.unknown
    for byte in surface.utf8 {
      if Bytes.isDigit(byte) {
        run += 1
        continue
      }
      if mark == UInt8(ascii: "."), run == 3, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { groups += 1 }
      style = decided(style, mark, run)
      if byte == UInt8(ascii: ","), mark == 0, run == 0 { return .unknown }
      mark = run > 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")) ? byte : 0
      run = 0
    }
    return groups > 0 ? .dotGroups : decided(style, mark, run)
  }

  /// What a separator with some digits behind it shows.
  private static func decided(_ style: Style, _ mark: UInt8, _ run: Int) -> Style {
    guard style == .unknown, run > 0 else { return style }
    switch (mark, run) {
    case (UInt8(ascii: ","), 1...2): return .dotGroups
    case (UInt8(ascii: ","), 3), (UInt8(ascii: "."), 1...2): return .dotDecimals
    default: return .unknown
    }
  }
}
