// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes only around fields that need them.
import CCSV

/// Appends to a buffer of its own. Tables of a run are written by `GatheredBytes.appendCSV`, to the same bytes.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Fields of the current record so far.
  private var fields = 0
  private var isRecordEmpty = true
  /// Where libcsv puts a quoted field.
  private var scratch: [UInt8] = []

  package init() {}

  package mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field(UnsafeRawBufferPointer($0)) }
  }

  private mutating func field(_ text: UnsafeRawBufferPointer) {
    if fields > 0 { bytes.append(CSVText.comma) }
    fields += 1
    guard !text.isEmpty else { return }
    isRecordEmpty = false
    let marks = TextMarks(of: text)
    if marks.contains(.quote) { return appendQuoted(text) }
    if marks.contains(.quoted) { bytes.append(CSVText.quote) }
    bytes.append(contentsOf: text)
    if marks.contains(.quoted) { bytes.append(CSVText.quote) }
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

  private mutating func appendQuoted(_ text: UnsafeRawBufferPointer) {
    let longest = 2 * text.count + 2
    if scratch.count < longest { scratch = [UInt8](repeating: 0, count: longest) }
    let length = scratch.withUnsafeMutableBufferPointer { scratch in
      csv_write2(scratch.baseAddress, scratch.count, text.baseAddress, text.count, CSVText.quote)
    }
    bytes.append(contentsOf: scratch[..<length])
  }
}

/// What stands around fields in CSV. Spaces at the ends of a field need quotes, too: libcsv and spreadsheets trim what is
/// not quoted.
enum CSVText {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
}
