// Gathered rows as CSV, byte for byte as `CSVWriter` writes them field by field.
import CCSV

extension GatheredBytes {
  /// Appends rows as RFC 4180 has them; see `CSVWriter`.
  package mutating func appendCSV(_ rows: CellRows) {
    rows.forEachRow { cells, start, text in
      guard let source = text.baseAddress, let end = cells.last?.end else { return }
      // Every byte of a quoted field may be a quotation mark.
      append(atMost: 2 * (end - start) + 3 * cells.count + 2) { row in
        if cells.count == 1, end == start { return Self.writeEmptyRecord(row) }
        var out = row
        var place = start
        for cell in cells {
          let (field, count) = (source + place, cell.end - place)
          place = cell.end
          if cell.marks.isDisjoint(with: [.quote, .quoted]) {
            out.copyLoosely(field, count)
            out += count
          } else {
            out += Self.writeQuoted(field, count, cell.marks, to: out)
          }
          out.storeBytes(of: CSVText.comma, as: UInt8.self)
          out += 1
        }
        // The record's end stands over the last comma.
        (out - 1).storeBytes(of: 0x0A0D, as: UInt16.self)
        return out + 1 - row
      }
    }
  }

  /// A record of one empty field would be an empty line, which readers skip.
  private static func writeEmptyRecord(_ out: UnsafeMutableRawPointer) -> Int {
    out.storeBytes(of: 0x0A0D_2222, as: UInt32.self)
    return 4
  }

  private static func writeQuoted(
    _ field: UnsafeRawPointer, _ count: Int, _ marks: TextMarks, to out: UnsafeMutableRawPointer
  ) -> Int {
    if marks.contains(.quote) { return csv_write2(out, 2 * count + 2, field, count, CSVText.quote) }
    out.storeBytes(of: CSVText.quote, as: UInt8.self)
    (out + 1).copyMemory(from: field, byteCount: count)
    (out + 1 + count).storeBytes(of: CSVText.quote, as: UInt8.self)
    return count + 2
  }
}
