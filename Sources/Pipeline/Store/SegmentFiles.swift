// The records of a run in document order, on disk: segments that reconcile reads in chunks.
import Glibc

/// A stretch of a segment with whole records.
package struct SegmentChunk: Sendable, Hashable {
  package var path: String
  package var offset: Int
  package var count: Int
  /// Order number of its first document, and how many it has.
  package var firstDocument: Int
  package var documents: Int

  /// The records, in order.
  package func records() throws -> [ArraySlice<UInt8>] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputOutputError("read", path) }
    defer { close(descriptor) }
    let bytes = try FileSystem.read(count, from: descriptor, at: offset, of: path)
    var reader = RecordReader(bytes[...])
    var records: [ArraySlice<UInt8>] = []
    records.reserveCapacity(documents)
    while !reader.isAtEnd { records.append(try reader.raw()) }
    return records
  }
}

/// Appends records to segments of about eight megabytes. One thread at a time.
package final class SegmentWriter {
  private let folder: String
  private let name: String
  private var file: OutputFile?
  private var finished = 0
  private var chunk: SegmentChunk?
  private var chunks: [SegmentChunk] = []
  private static let segmentBytes = 8 << 20
  /// Large enough to be worth a worker's turn, small enough that many share the work.
  private static let chunkBytes = 256 << 10
  private static let chunkDocuments = 512

  package init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  /// Adds the record of the document with this order number, which is larger than the last one's.
  package func append(_ record: [UInt8], document: Int) throws(InputOutputError) {
    let file = try currentFile()
    var open =
      chunk
      ?? SegmentChunk(
        path: file.path, offset: file.count, count: 0, firstDocument: document, documents: 0)
    var length = RecordWriter()
    length.write(UInt64(record.count))
    try file.write(length.bytes)
    try file.write(record)
    open.count = file.count - open.offset
    open.documents += 1
    chunk = open
    if open.count >= Self.chunkBytes || open.documents >= Self.chunkDocuments { endChunk() }
  }

  /// Every chunk, in document order; nothing is added afterwards.
  package func finish() throws(InputOutputError) -> [SegmentChunk] {
    endChunk()
    try file?.close()
    file = nil
    return chunks
  }

  private func endChunk() {
    if let chunk { chunks.append(chunk) }
    chunk = nil
  }

  private func currentFile() throws(InputOutputError) -> OutputFile {
    if let file, file.count < Self.segmentBytes || chunk != nil { return file }
    try file?.close()
    let next = try OutputFile("\(folder)/\(name)-\(finished).segment")
    finished += 1
    file = next
    return next
  }
}
