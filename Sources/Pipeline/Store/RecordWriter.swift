// Values as compact bytes: integers as LEB128, strings and lists with their length before them.
import Model

/// Has memory of its own: a record is some thirty values for each amount, most of them a byte, and an array asks for each
/// whether somebody else holds it.
package struct RecordWriter: ~Copyable {
  private var memory: UnsafeMutableRawPointer
  private var capacity = 1 << 12
  private var count = 0

  package init() { memory = .allocate(byteCount: capacity, alignment: 1) }

  deinit { memory.deallocate() }

  package var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: memory, count: count)) }

  /// Makes room for some bytes more.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(2 * capacity, count + more)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 1)
    grown.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = grown
    capacity = larger
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inline(__always)
  package mutating func write(_ number: UInt64) {
    reserve(10)
    var rest = number
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(truncatingIfNeeded: rest))
  }

  /// Small magnitudes are short, whatever their sign.
  @inline(__always)
  package mutating func write(_ number: Int) {
    write(UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  package mutating func write(_ number: Int128) {
    let pattern = UInt128(bitPattern: number << 1 ^ number >> 127)
    write(UInt64(truncatingIfNeeded: pattern))
    write(UInt64(truncatingIfNeeded: pattern >> 64))
  }

  @inline(__always)
  package mutating func write(_ flag: Bool) {
    reserve(1)
    put(flag ? 1 : 0)
  }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  package mutating func write(_ raw: [UInt8]) { raw.withUnsafeBytes { write($0) } }

  private mutating func write(_ raw: UnsafeRawBufferPointer) {
    write(UInt64(raw.count))
    guard let start = raw.baseAddress else { return }
    reserve(raw.count)
    (memory + count).copyMemory(from: start, byteCount: raw.count)
    count += raw.count
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
  @inline(__always)
  package mutating func write<Word: CaseIterable & Equatable>(_ word: Word) where Word.AllCases == [Word] {
    // A word without values of its own is held as its place; looking there first saves the search.
    let place = withUnsafeBytes(of: word) { $0.first.map { Int($0) } ?? 0 }
    let words = Word.allCases
    if place < words.count, words[place] == word { return write(UInt64(place)) }
    write(UInt64(words.firstIndex(of: word) ?? 0))
  }

  package mutating func write(_ date: PartialDate) { write(date.description) }

  package mutating func write(_ code: Currency.Code) {
    reserve(3)
    code.write(to: memory + count)
    count += 3
  }

  package mutating func write(_ rule: RuleID) { write(rule.description) }

  /// A presence byte, then the value where there is one.
  @inline(__always)
  package mutating func write<Value>(_ value: Value?, _ body: (inout RecordWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// The number of values, then each.
  @inline(__always)
  package mutating func write<Value>(list: [Value], _ body: (inout RecordWriter, Value) -> Void) {
    write(UInt64(list.count))
    for value in list { body(&self, value) }
  }

  /// A value that often comes again: its number among those seen, or the next number and then the value.
  @inline(__always)
  package mutating func write<Value: Equatable>(
    _ value: Value, seen: inout [Value], _ body: (inout RecordWriter, Value) -> Void
  ) {
    if let place = seen.lastIndex(of: value) { return write(UInt64(place)) }
    write(UInt64(seen.count))
    seen.append(value)
    body(&self, value)
  }
}
