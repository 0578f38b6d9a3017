// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes only around fields that need them.
import CCSV

/// Not thread-safe; belongs to one file.
package final class CSVWriter {
  private let output: ByteOutput
  /// Fields of the current record so far.
  private var fields = 0
  private var isRecordEmpty = true
  /// Where libcsv puts a quoted field.
  private var scratch: [UInt8] = []

  package init(to output: ByteOutput) { self.output = output }

  package func field(_ text: String) throws(OutputError) {
    var text = text
    // `withUTF8` knows no typed throws.
    try text.withUTF8 { bytes in Result { () throws(OutputError) in try field(bytes) } }.get()
  }

  package func emptyField() throws(OutputError) {
    try output.append { separate(&$0) }
  }

  package func field(_ value: Int) throws(OutputError) {
    isRecordEmpty = false
    try output.append {
      separate(&$0)
      $0.appendDecimal(value)
    }
  }

  /// A field given as UTF-8.
  package func field(_ bytes: UnsafeBufferPointer<UInt8>) throws(OutputError) {
    if !bytes.isEmpty { isRecordEmpty = false }
    let need = CSVText.quoting(of: bytes)
    try output.append { out in
      separate(&out)
      switch need {
      case .none: out.append(contentsOf: bytes)
      case .around:
        out.append(CSVText.quote)
        out.append(contentsOf: bytes)
        out.append(CSVText.quote)
      case .inside: appendQuoted(bytes, to: &out)
      }
    }
  }

  /// Ends the record.
  package func endRecord() throws(OutputError) {
    try output.append { out in
      // A record of one empty field would be an empty line, which readers skip.
      if fields <= 1, isRecordEmpty { out.append(contentsOf: [CSVText.quote, CSVText.quote]) }
      out.append(0x0D)
      out.append(0x0A)
    }
    fields = 0
    isRecordEmpty = true
  }

  private func separate(_ out: inout [UInt8]) {
    if fields > 0 { out.append(CSVText.comma) }
    fields += 1
  }

  private func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    let longest = 2 * bytes.count + 2
    if scratch.count < longest { scratch = [UInt8](repeating: 0, count: longest) }
    scratch.withUnsafeMutableBufferPointer { scratch in
      let length = csv_write2(scratch.baseAddress, scratch.count, bytes.baseAddress, bytes.count, CSVText.quote)
      out.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<length]))
    }
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
