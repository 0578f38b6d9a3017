// A date as precise as its source gives it: year, month or day.

/// Written in EDTF level 0 (ISO 8601-2): `2010`, `2010-07`, `2010-07-14`.
package struct PartialDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// Nil where the month or the day cannot be.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? (day == nil) else { return nil }
    if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  package init?(edtf text: some StringProtocol) { self.init(edtf: String(text)) }

  /// Reads EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  package init?(edtf text: String) {
    var digits = 0
    var count = 0
    for byte in text.utf8 {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (0x30...0x39).contains(byte), count < 10 else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
      }
      count += 1
    }
    switch count {
    case 4: self.init(year: digits)
    case 7: self.init(year: digits / 100, month: digits % 100)
    case 10: self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    default: return nil
    }
  }

  package var description: String {
    String(unsafeUninitializedCapacity: 10) { buffer in buffer.baseAddress.map { write(to: $0) } ?? 0 }
  }

  /// Writes the bytes of `description`, ten at most, and returns how many they are.
  package func write(to out: UnsafeMutableRawPointer) -> Int {
    Self.write(year / 100, to: out)
    Self.write(year % 100, to: out + 2)
    guard let month else { return 4 }
    out.storeBytes(of: UInt8(ascii: "-"), toByteOffset: 4, as: UInt8.self)
    Self.write(month, to: out + 5)
    guard let day else { return 7 }
    out.storeBytes(of: UInt8(ascii: "-"), toByteOffset: 7, as: UInt8.self)
    Self.write(day, to: out + 8)
    return 10
  }

  /// Two digits.
  private static func write(_ number: Int, to out: UnsafeMutableRawPointer) {
    out.storeBytes(of: 0x30 + UInt8(truncatingIfNeeded: number / 10), as: UInt8.self)
    out.storeBytes(of: 0x30 + UInt8(truncatingIfNeeded: number % 10), toByteOffset: 1, as: UInt8.self)
  }

  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}
