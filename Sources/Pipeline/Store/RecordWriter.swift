// Values as compact bytes: integers as LEB128, strings and lists with their length before them.
import Formats
import Model

package struct RecordWriter {
  private var gathered = GatheredBytes()

  package init() {}

  package var bytes: [UInt8] { gathered.bytes }

  package mutating func write(_ number: UInt64) {
    gathered.append(atMost: 10) { start in
      var rest = number
      var count = 0
      while rest >= 0x80 {
        start.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
        rest >>= 7
        count += 1
      }
      start.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
      return count + 1
    }
  }

  /// Small magnitudes are short, whatever their sign.
  package mutating func write(_ number: Int) {
    write(UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  package mutating func write(_ number: Int128) {
    let pattern = UInt128(bitPattern: number << 1 ^ number >> 127)
    write(UInt64(truncatingIfNeeded: pattern))
    write(UInt64(truncatingIfNeeded: pattern >> 64))
  }

  package mutating func write(_ flag: Bool) { gathered.append(flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  package mutating func write(_ raw: [UInt8]) { raw.withUnsafeBytes { write($0) } }

  private mutating func write(_ raw: UnsafeRawBufferPointer) {
    write(UInt64(raw.count))
    gathered.append(raw)
  }

  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  package mutating func write(_ decimal: ExactDecimal) {
    write(decimal.mantissa)
    write(decimal.scale)
  }

  /// One of few words, as its place among them.
  package mutating func write<Word: CaseIterable & Equatable>(_ word: Word) where Word.AllCases == [Word] {
    let words = Word.allCases
    // A word is held as its place; looking there first saves the search.
    let place = withUnsafeBytes(of: word) { $0.first.map { Int($0) } ?? 0 }
    if place < words.count, words[place] == word { return write(UInt64(place)) }
    write(UInt64(words.firstIndex(of: word) ?? 0))
  }

  package mutating func write(_ date: PartialDate) { write(date.description) }

  package mutating func write(_ code: Currency.Code) {
    gathered.append(atMost: 3) { start in
      code.write(to: start)
      return 3
    }
  }

  package mutating func write(_ rule: RuleID) { write(rule.description) }

  /// A presence byte, then the value where there is one.
  package mutating func write<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// The number of values, then each.
  package mutating func write<Value>(list: [Value], _ body: (inout RecordWriter, Value) -> Void) {
    write(UInt64(list.count))
    for value in list { body(&self, value) }
  }

  /// A value that often comes again: its number among those seen, or the next number and then the value.
  package mutating func write<Value: Equatable>(
    _ value: Value, seen: inout [Value], _ body: (inout RecordWriter, Value) -> Void
  ) {
    if let place = seen.lastIndex(of: value) { return write(UInt64(place)) }
    write(UInt64(seen.count))
    seen.append(value)
    body(&self, value)
  }
}
