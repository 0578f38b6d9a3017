// Numbers written in digits, with the separators the world uses.
import Model

/// 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · 1,00,000 · .5
enum DigitNumber {
  /// Where a number that begins at `start` ends. Separators belong to it only between digits, in the shapes above.
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int {
    var position = start
    if text[position] == UInt8(ascii: ".") { position += 1 }
    position = digits(text, position, limit)
    while position < limit, let length = separator(text, position, limit, start) {
      position = digits(text, position + length, limit)
    }
    return position
  }

  /// The value of the digits of a token, its significant digits, and whether it has separators; nil where separators do
  /// not make one number.
  static func value(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (value: ExactDecimal, significantDigits: Int)? {
    if let plain = plainValue(of: bytes) { return plain }
    guard let decimal = decimalMark(in: bytes) else { return nil }
    return value(of: bytes, decimal: decimal)
  }

  /// The same with the decimal mark at a known index, `endIndex` for none.
  static func value(
    of bytes: Slice<UnsafeBufferPointer<UInt8>>, decimal: Int
  ) -> (value: ExactDecimal, significantDigits: Int)? {
    var mantissa: Int128 = 0
    // Its last digits, added to the mantissa by eighteen at a time: 128 bits cost many times what 64 do.
    var part: UInt64 = 0
    var power: UInt64 = 1
    var scale = 0
    var digits = 0
    var trailingZeros = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if Bytes.isDigit(byte) {
        guard digits < 38 else { return nil }
        if index > decimal { scale += 1 }
        part = part * 10 + UInt64(byte - 0x30)
        power *= 10
        if byte != 0x30 || digits > 0 { digits += 1 }
        trailingZeros = byte == 0x30 ? trailingZeros + 1 : 0
        if power == 1_000_000_000_000_000_000 {
          mantissa = mantissa * Int128(power) + Int128(part)
          (part, power) = (0, 1)
        }
      }
      index += 1
    }
    mantissa = mantissa == 0 ? Int128(part) : mantissa * Int128(power) + Int128(part)
    guard let value = try? ExactDecimal(mantissa: mantissa, scale: scale) else { return nil }
    return (value, max(1, scale > 0 ? digits : digits - trailingZeros))
  }

  /// The same for digits without separators, at most eighteen; nil for all else.
  private static func plainValue(
    of bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (value: ExactDecimal, significantDigits: Int)? {
    guard bytes.count <= 18 else { return nil }
    var value = 0
    var digits = 0
    var last = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      if value > 0 { digits += 1 }
      if digit > 0 { last = digits }
      index += 1
    }
    return (ExactDecimal(integer: value), max(1, last))
  }

  /// The value of "50.000" with its dot between thousands; nil for any other shape.
  static func thousands(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> ExactDecimal? {
    guard bytes.count >= 5, bytes.count <= 7, bytes[bytes.endIndex - 4] == UInt8(ascii: "."),
      bytes[bytes.startIndex] != 0x30
    else { return nil }
    var value = 0
    for index in bytes.startIndex..<bytes.endIndex where index != bytes.endIndex - 4 {
      guard Bytes.isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return ExactDecimal(integer: value)
  }

  /// The index of the decimal mark, `endIndex` for none; nil where the separators contradict each other.
  private static func decimalMark(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var last = bytes.endIndex
    var lastCount = 0
    var otherCount = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if !Bytes.isDigit(bytes[index]) {
        if last < bytes.endIndex, bytes[last] == bytes[index] {
          lastCount += 1
        } else {
          otherCount += lastCount
          lastCount = 1
        }
        last = index
      }
      index += Bytes.isDigit(bytes[index]) ? 1 : Characters.length(bytes[index])
    }
    guard lastCount > 0 else { return bytes.endIndex }
    let mark = bytes[last]
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return otherCount == 0 ? bytes.endIndex : nil }
    let decimals = bytes.endIndex - last - 1
    if otherCount > 0 { return lastCount == 1 ? last : nil }
    if lastCount > 1 { return decimals == 3 ? bytes.endIndex : nil }
    guard mark == UInt8(ascii: ","), bytes[bytes.startIndex] != 0x30 else { return last }
    // "1,2003" is a group with a footnote's digit behind it as likely as a decimal: neither is read.
    guard decimals <= 3 else { return nil }
    return decimals == 3 ? bytes.endIndex : last
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var position = start
    while position < limit, Bytes.isDigit(text[position]) { position += 1 }
    return position
  }

  /// The length of a separator at a position that goes on with digits of the right count, or nil.
  private static func separator(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int, _ start: Int
  ) -> Int? {
    let byte = text[position]
    guard position > start else { return nil }
    let length = byte < 0x80 ? 1 : Characters.length(byte)
    guard position + length < limit, Bytes.isDigit(text[position + length]) else { return nil }
    let run = digits(text, position + length, limit) - position - length
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","):
      return length
    case UInt8(ascii: "'"):
      return run == 3 ? length : nil
    case 0x20:
      return run == 3 && isGroup(text, start, position) && !isFollowedByMore(text, position + 4, limit) ? length : nil
    case 0xC2 where text[position + 1] == 0xA0, 0xE2 where isThinSpaceOrQuote(text, position):
      return run == 3 && isGroup(text, start, position) ? length : nil
    default:
      return nil
    }
  }

  /// Whether the digits before a space are one group of at most three, or end in a full group of three.
  private static func isGroup(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ position: Int) -> Bool {
    var length = 0
    var index = position - 1
    while index >= start, Bytes.isDigit(text[index]) {
      length += 1
      index -= 1
    }
    if index < start { return length <= 3 && text[start] != 0x30 }
    return length == 3 && text[index] != UInt8(ascii: ".") && text[index] != UInt8(ascii: ",")
  }

  /// Whether a group of three is itself followed by something that shows it is no group: a point and three digits more.
  private static func isFollowedByMore(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    end < limit && Bytes.isLetter(text[end]) && text[end] | 0x20 != 0x6B && text[end] | 0x20 != 0x6D
  }

  private static func isThinSpaceOrQuote(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    text[position + 1] == 0x80
      && [0x87, 0x89, 0x99, 0xAF].contains(text[position + 2])
  }
}
