// Gathered rows as XML: an element for each row, in it one for each cell that is not empty; byte for byte as libxml2's
// writer indents them, which takes ten times as long.

/// The tags of a table's rows and columns, each on a line of its own, `depth` elements around the rows.
package struct XMLRowTags: Sendable {
  /// All tags, one after the other, with slack behind the last.
  fileprivate let bytes: [UInt8]
  fileprivate let row: Tag
  fileprivate let columns: [Tag]
  /// Bytes that the tags of a row with every cell have.
  fileprivate let longest: Int

  /// A start tag and an end tag.
  fileprivate struct Tag: Sendable {
    var start: Range<Int>
    var end: Range<Int>
  }

  package init(row: String, columns: [String], depth: Int) {
    var bytes: [UInt8] = []
    func add(_ tag: String) -> Range<Int> {
      bytes += tag.utf8
      return (bytes.count - tag.utf8.count)..<bytes.count
    }
    let margin = String(repeating: "  ", count: depth)
    self.row = Tag(start: add("\(margin)<\(row)>"), end: add("\n\(margin)</\(row)>\n"))
    self.columns = columns.map { Tag(start: add("\n\(margin)  <\($0)>"), end: add("</\($0)>")) }
    longest = bytes.count
    self.bytes = bytes + [UInt8](repeating: 0, count: GatheredBytes.slack)
  }
}

extension GatheredBytes {
  /// Appends rows with as many cells as `tags` has columns. Characters that XML 1.0 cannot hold are U+FFFD.
  package mutating func appendXML(_ rows: CellRows, tags: XMLRowTags) {
    tags.bytes.withUnsafeBytes { tagBytes in
      tags.columns.withUnsafeBufferPointer { columns in
        guard let tag = tagBytes.baseAddress, columns.count == rows.columns else { return }
        rows.forEachRow { cells, start, text in
          guard let source = text.baseAddress, let end = cells.last?.end else { return }
          // The longest that a byte becomes is `&quot;`.
          let isPlain = cells.allSatisfy { $0.marks.isDisjoint(with: [.escaped, .forbidden]) }
          append(atMost: tags.longest + (isPlain ? 1 : 6) * (end - start)) { row in
            var out = row
            out.append(tag, tags.row.start)
            var place = start
            for index in 0..<cells.count {
              let cell = cells[index]
              let content = place..<cell.end
              place = cell.end
              if content.isEmpty { continue }
              out.append(tag, columns[index].start)
              if cell.marks.isDisjoint(with: [.escaped, .forbidden]) {
                out.append(source, content)
              } else {
                out += XMLText.writeEscaped(UnsafeRawBufferPointer(rebasing: text[content]), cell.marks, to: out)
              }
              out.append(tag, columns[index].end)
            }
            out.append(tag, tags.row.end)
            return out - row
          }
        }
      }
    }
  }
}

extension UnsafeMutableRawPointer {
  /// Copies a part of `source` to here and steps behind it.
  @inline(__always)
  fileprivate mutating func append(_ source: UnsafeRawPointer, _ part: Range<Int>) {
    copyLoosely(source + part.lowerBound, part.count)
    self += part.count
  }
}

extension XMLText {
  /// Writes text as `XMLWriter.text` does and returns how many bytes it became: six for one at most.
  fileprivate static func writeEscaped(
    _ text: UnsafeRawBufferPointer, _ marks: TextMarks, to out: UnsafeMutableRawPointer
  ) -> Int {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.count + text.count / 4)
    let text = text.assumingMemoryBound(to: UInt8.self)
    if marks.contains(.forbidden) {
      replacingForbidden(text).withUnsafeBufferPointer { appendEscaped($0, to: &escaped) }
    } else {
      appendEscaped(text, to: &escaped)
    }
    escaped.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: out, count: $0.count).copyMemory(from: $0) }
    return escaped.count
  }
}
