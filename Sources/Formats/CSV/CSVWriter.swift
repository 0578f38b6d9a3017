// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes only around fields that need them.
import CCSV

/// Appends to a buffer of its own, which the caller hands on and empties between records.
package struct CSVWriter: Sendable {
  /// What was written since the buffer was last emptied.
  package private(set) var bytes: [UInt8] = []
  /// Fields of the current record so far.
  private var fields = 0
  private var isRecordEmpty = true
  /// Where libcsv puts a quoted field.
  private var scratch: [UInt8] = []

  package init(capacity: Int = 1 << 16) { bytes.reserveCapacity(capacity) }

  package mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field($0) }
  }

  package mutating func emptyField() { separate() }

  package mutating func field(_ value: Int) {
    separate()
    isRecordEmpty = false
    bytes.appendDecimal(value)
  }

  /// A field given as UTF-8.
  package mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    guard !text.isEmpty else { return }
    isRecordEmpty = false
    switch CSVText.quoting(of: text) {
    case .none: bytes.append(contentsOf: text)
    case .around:
      bytes.append(CSVText.quote)
      bytes.append(contentsOf: text)
      bytes.append(CSVText.quote)
    case .inside: appendQuoted(text)
    }
  }

  /// A field of digits, signs and letters only.
  package mutating func field(plain text: [UInt8]) {
    separate()
    isRecordEmpty = false
    bytes.append(contentsOf: text)
  }

  /// Ends the record.
  package mutating func endRecord() {
    // A record of one empty field would be an empty line, which readers skip.
    if fields <= 1, isRecordEmpty {
      bytes.append(CSVText.quote)
      bytes.append(CSVText.quote)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
    fields = 0
    isRecordEmpty = true
  }

  /// Empties the buffer, keeping its storage.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func separate() {
    if fields > 0 { bytes.append(CSVText.comma) }
    fields += 1
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    let longest = 2 * text.count + 2
    if scratch.count < longest { scratch = [UInt8](repeating: 0, count: longest) }
    let length = scratch.withUnsafeMutableBufferPointer { scratch in
      csv_write2(scratch.baseAddress, scratch.count, text.baseAddress, text.count, CSVText.quote)
    }
    bytes.append(contentsOf: scratch[..<length])
  }
}

/// What fields look like inside CSV.
enum CSVText {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")

  enum Quoting { case none, around, inside }

  /// Whether a field needs quotes around it, or also has quotes inside that must be doubled. Spaces at the ends need
  /// them too: libcsv and spreadsheets trim what is not quoted.
  static func quoting(of bytes: UnsafeBufferPointer<UInt8>) -> Quoting {
    guard let first = bytes.first, let last = bytes.last else { return .none }
    let marked = Marks(of: bytes)
    if marked.hasQuote { return .inside }
    return marked.hasSeparator || first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09 ? .around : .none
  }

  /// Which characters with a meaning in CSV a field holds, found eight bytes at a time.
  private struct Marks {
    var hasQuote = false
    var hasSeparator = false

    init(of bytes: UnsafeBufferPointer<UInt8>) {
      let raw = UnsafeRawBufferPointer(bytes)
      var position = 0
      var quotes: UInt64 = 0
      var separators: UInt64 = 0
      while position + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        quotes |= Self.zeroBytes(word ^ 0x2222_2222_2222_2222)
        separators |= Self.zeroBytes(word ^ 0x2C2C_2C2C_2C2C_2C2C)
        separators |= Self.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A) | Self.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
        position += 8
      }
      hasQuote = quotes != 0
      hasSeparator = separators != 0
      for byte in raw[position...] {
        if byte == quote { hasQuote = true }
        if byte == comma || byte == 0x0A || byte == 0x0D { hasSeparator = true }
      }
    }

    /// Not zero exactly where some byte of the word is zero.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
      (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
  }
}
