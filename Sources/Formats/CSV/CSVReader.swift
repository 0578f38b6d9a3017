// Reads CSV strictly, through libcsv, record by record.
import CCSV

/// One record of a CSV file.
package struct CSVRecord: Sendable, Hashable {
  /// 1-based line of the file it begins on.
  package let line: Int
  package let fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// Feeds chunks of one file to libcsv. An empty line is a record of one empty field; spaces are kept; a byte order
/// mark at the beginning is skipped. Not thread-safe.
package final class CSVReader {
  /// Where a file is no CSV, and why.
  package struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// 1-based line of the record.
    package let line: Int
    package let message: String
    package var description: String { "line \(line): \(message)" }
  }

  private var parser = csv_parser()
  private let collector = RecordCollector()
  private var isAtStart = true

  package init(delimiter: UInt8 = UInt8(ascii: ",")) {
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_delim(&parser, delimiter)
    // libcsv trims unquoted spaces unless nothing is a space.
    csv_set_space_func(&parser) { _ in 0 }
  }

  deinit { csv_free(&parser) }

  /// The records of a whole file in memory.
  package static func records(
    of bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(SyntaxError) -> [CSVRecord] {
    let reader = CSVReader(delimiter: delimiter)
    return try reader.read(bytes) + reader.finish()
  }

  /// The records that end in this chunk.
  package func read(_ chunk: [UInt8]) throws(SyntaxError) -> [CSVRecord] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let skipped = isAtStart && chunk.starts(with: mark) ? mark.count : 0
    if !chunk.isEmpty { isAtStart = false }
    let length = chunk.count - skipped
    let read = chunk.withUnsafeBytes { bytes in
      csv_parse(
        &parser, bytes.baseAddress.map { $0 + skipped }, length, RecordCollector.takeField, RecordCollector.takeEnd,
        Unmanaged.passUnretained(collector).toOpaque())
    }
    guard read == length else { throw failure() }
    return try collector.take()
  }

  /// The record the file ends in, where no line end follows it.
  package func finish() throws(SyntaxError) -> [CSVRecord] {
    let result = csv_fini(
      &parser, RecordCollector.takeField, RecordCollector.takeEnd, Unmanaged.passUnretained(collector).toOpaque())
    guard result == 0 else { throw failure() }
    return try collector.take()
  }

  private func failure() -> SyntaxError {
    let message =
      csv_error(&parser) == CSV_ENOMEM
      ? "no memory for a field" : "found a quote out of place or no closing quote, expected RFC 4180"
    return SyntaxError(line: collector.line, message: message)
  }
}

/// What libcsv calls back.
private final class RecordCollector {
  private(set) var line = 1
  private var recordLine = 1
  private var fields: [String] = []
  private var records: [CSVRecord] = []
  private var endedInCarriageReturn = false
  private var malformedLine: Int?

  static let takeField: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    bytes, count, collector in
    guard let collector else { return }
    Unmanaged<RecordCollector>.fromOpaque(collector).takeUnretainedValue()
      .field(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  static let takeEnd: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { terminator, collector in
    guard let collector else { return }
    Unmanaged<RecordCollector>.fromOpaque(collector).takeUnretainedValue().end(terminator)
  }

  func take() throws(CSVReader.SyntaxError) -> [CSVRecord] {
    if let malformedLine { throw CSVReader.SyntaxError(line: malformedLine, message: "found malformed UTF-8") }
    defer { records.removeAll() }
    return records
  }

  private func field(_ bytes: UnsafeRawBufferPointer) {
    endedInCarriageReturn = false
    if UTF8Validation.validLength(bytes) < bytes.count { malformedLine = malformedLine ?? line }
    for byte in bytes where byte == 0x0A { line += 1 }
    fields.append(String(decoding: bytes, as: UTF8.self))
  }

  /// `terminator` is the byte that ended the record, -1 at the end of the file.
  private func end(_ terminator: Int32) {
    // With CSV_REPALL_NL libcsv reports the two bytes of CRLF as two ends.
    if terminator == 0x0A, endedInCarriageReturn, fields.isEmpty {
      endedInCarriageReturn = false
      return
    }
    if terminator >= 0 || !fields.isEmpty {
      records.append(CSVRecord(line: recordLine, fields: fields.isEmpty ? [""] : fields))
    }
    fields.removeAll(keepingCapacity: true)
    endedInCarriageReturn = terminator == 0x0D
    line += 1
    recordLine = line
  }
}
