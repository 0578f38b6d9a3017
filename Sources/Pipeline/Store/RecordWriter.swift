// Values as compact bytes: integers as LEB128, strings and lists with their length before them.
import Model

package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
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

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func write(_ raw: [UInt8]) {
    write(UInt64(raw.count))
    bytes.append(contentsOf: raw)
  }

  package mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  package mutating func write(_ decimal: ExactDecimal) {
    write(decimal.mantissa)
    write(decimal.scale)
  }

  package mutating func write(_ word: some RawRepresentable<String>) { write(word.rawValue) }
  package mutating func write(_ date: PartialDate) { write(date.description) }
  package mutating func write(_ code: Currency.Code) { write(code.description) }
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
}
