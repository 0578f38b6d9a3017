// Reads what RecordWriter wrote; anything else is refused, never trusted.
import Model

/// Bytes that are no record, or one of another version.
package struct CorruptRecord: Error, Hashable {
  package let position: Int
}

package struct RecordReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package func corrupt() -> CorruptRecord { CorruptRecord(position: position) }

  package mutating func byte() throws(CorruptRecord) -> UInt8 {
    guard position < bytes.endIndex else { throw corrupt() }
    position += 1
    return bytes[position - 1]
  }

  package mutating func unsigned() throws(CorruptRecord) -> UInt64 {
    if position < bytes.endIndex, bytes[position] < 0x80 {
      position += 1
      return UInt64(bytes[position - 1])
    }
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw corrupt() }
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  package mutating func integer() throws(CorruptRecord) -> Int {
    let pattern = try unsigned()
    return Int(Int64(bitPattern: pattern >> 1)) ^ -Int(pattern & 1)
  }

  private mutating func wideInteger() throws(CorruptRecord) -> Int128 {
    let low = UInt128(try unsigned())
    let pattern = UInt128(try unsigned()) << 64 | low
    return Int128(bitPattern: pattern >> 1) ^ -Int128(pattern & 1)
  }

  package mutating func flag() throws(CorruptRecord) -> Bool {
    let byte = try byte()
    guard byte < 2 else { throw corrupt() }
    return byte == 1
  }

  /// A length that what follows can still hold.
  private mutating func length() throws(CorruptRecord) -> Int {
    let length = try unsigned()
    guard length <= UInt64(bytes.endIndex - position) else { throw corrupt() }
    return Int(length)
  }

  package mutating func raw() throws(CorruptRecord) -> ArraySlice<UInt8> {
    let length = try length()
    position += length
    return bytes[(position - length)..<position]
  }

  package mutating func text() throws(CorruptRecord) -> String {
    let length = try length()
    defer { position += length }
    let start = position - bytes.startIndex
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[start..<(start + length)]), as: UTF8.self)
    }
  }

  package mutating func range() throws(CorruptRecord) -> Range<Int> {
    let start = try integer()
    let count = try integer()
    let (end, overflows) = start.addingReportingOverflow(count)
    guard start >= 0, count >= 0, !overflows else { throw corrupt() }
    return start..<end
  }

  package mutating func decimal() throws(CorruptRecord) -> ExactDecimal {
    let mantissa = try wideInteger()
    let scale = try integer()
    guard let decimal = try? ExactDecimal(mantissa: mantissa, scale: scale) else { throw corrupt() }
    return decimal
  }

  package mutating func word<Word: CaseIterable>(
    _: Word.Type
  ) throws(CorruptRecord) -> Word where Word.AllCases == [Word] {
    let place = try unsigned()
    let words = Word.allCases
    guard place < UInt64(words.count) else { throw corrupt() }
    return words[Int(place)]
  }

  package mutating func date() throws(CorruptRecord) -> PartialDate {
    let text = try text()
    guard let date = PartialDate(edtf: text) else { throw corrupt() }
    return date
  }

  package mutating func code() throws(CorruptRecord) -> Currency.Code {
    guard bytes.endIndex - position >= 3, let code = Currency.Code(bytes: bytes[position..<(position + 3)]) else {
      throw corrupt()
    }
    position += 3
    return code
  }

  package mutating func rule() throws(CorruptRecord) -> RuleID { RuleID(try text()) }

  package mutating func optional<Value>(
    _ body: (inout RecordReader) throws(CorruptRecord) -> Value
  ) throws(CorruptRecord) -> Value? {
    try flag() ? try body(&self) : nil
  }

  package mutating func list<Value>(
    _ body: (inout RecordReader) throws(CorruptRecord) -> Value
  ) throws(CorruptRecord) -> [Value] {
    // Every value takes a byte or more, so that a broken count cannot ask for more memory than the record has.
    let count = try length()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  /// What `RecordWriter.write(_:seen:_:)` wrote.
  package mutating func value<Value>(
    seen: inout [Value], _ body: (inout RecordReader) throws(CorruptRecord) -> Value
  ) throws(CorruptRecord) -> Value {
    let place = try unsigned()
    if place < UInt64(seen.count) { return seen[Int(place)] }
    guard place == UInt64(seen.count) else { throw corrupt() }
    let value = try body(&self)
    seen.append(value)
    return value
  }
}
