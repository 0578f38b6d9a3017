// What earlier nights found in each document, in one SQLite file that can be thrown away at any time.
import Foundation
import GRDB
import Synchronization

/// One document as the store knows it.
package struct StoredDocument: Sendable, Hashable {
  package var source: String
  package var path: String
  /// State of the file when it was read.
  package var file: FileStatus.Stamp
  package var contentHash: ContentHash
  /// What the per-document stages depend on beside the content.
  package var digest: ContentHash
  /// When the published text was written, in nanoseconds; zero where none was.
  package var textModified: Int
  package var record: [UInt8]
}

/// One writer at a time; readers on any thread. Whatever goes wrong inside it costs time, never a run: it then answers
/// as if it were empty, and is made anew next time.
package final class DocumentStore: Sendable {
  private let path: String
  private let pool: DatabasePool
  private let warn: @Sendable (String) -> Void
  private let isBroken = Atomic(false)
  /// Counts the runs of this store.
  private let generation: Int

  private static let layout = """
    CREATE TABLE IF NOT EXISTS document (
      source TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      changed INTEGER NOT NULL, inode INTEGER NOT NULL, content BLOB NOT NULL, digest BLOB NOT NULL,
      text_modified INTEGER NOT NULL, generation INTEGER NOT NULL, seal BLOB NOT NULL, record BLOB NOT NULL,
      UNIQUE (source, path));
    CREATE TABLE IF NOT EXISTS generation (number INTEGER PRIMARY KEY);
    """

  private init(path: String, warn: @escaping @Sendable (String) -> Void) throws {
    self.path = path
    self.warn = warn
    var configuration = GRDB.Configuration()
    configuration.prepareDatabase { database in
      // Lost work is done again: the store need not outlive a power cut, it must only not lie after one.
      // A record has some kilobytes, and each page costs three system calls.
      try database.execute(
        sql: "PRAGMA page_size = 32768; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 500")
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    generation = try pool.write { database in
      try database.execute(sql: Self.layout)
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM generation") ?? 0
      try database.execute(sql: "INSERT INTO generation VALUES (?)", arguments: [last + 1])
      return last + 1
    }
  }

  /// Opens the store at a path; one that is broken is thrown away, and `warn` told why.
  package static func open(
    _ path: String, warn: @escaping @Sendable (String) -> Void
  ) throws(InputOutputError) -> DocumentStore {
    do { return try DocumentStore(path: path, warn: warn) } catch {
      warn("the store cannot be used and is built anew: \(error)")
      try removeFiles(path)
    }
    do { return try DocumentStore(path: path, warn: warn) } catch {
      throw InputOutputError("open store", path, code: EIO)
    }
  }

  /// What is known of a source's documents from one path to another, both included, by path.
  package func documents(of source: String, from first: String, to last: String) -> [String: StoredDocument] {
    attempt([:]) {
      try pool.read { database in
        let statement = try database.cachedStatement(
          sql: """
            SELECT path, size, modified, changed, inode, content, digest, text_modified, seal, record FROM document
            WHERE source = ? AND path BETWEEN ? AND ?
            """)
        let rows = try Row.fetchCursor(statement, arguments: [source, first, last])
        var found: [String: StoredDocument] = [:]
        while let row = try rows.next() {
          if let document = StoredDocument(row, source: source) { found[document.path] = document }
        }
        return found
      }
    }
  }

  /// Keeps documents read anew, and marks those that were known as used by this run.
  package func keep(_ documents: [StoredDocument], used: [DocumentPlace]) {
    if documents.isEmpty, used.isEmpty { return }
    attempt(()) {
      try pool.write { database in
        let insertion = try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for document in documents { try insertion.execute(arguments: document.arguments(generation: generation)) }
        let use = try database.cachedStatement(sql: "UPDATE document SET generation = ? WHERE source = ? AND path = ?")
        for place in used { try use.execute(arguments: [generation, place.source, place.path]) }
      }
    }
  }

  /// Forgets what none of the newest runs used, and closes. A store that failed is removed.
  package func close(keptGenerations: Int) throws(InputOutputError) {
    attempt(()) {
      try pool.write { database in
        try database.execute(
          sql: "DELETE FROM document WHERE generation <= ?", arguments: [generation - keptGenerations])
        try database.execute(sql: "DELETE FROM generation WHERE number < ?", arguments: [generation])
      }
    }
    // With its log written back the store is one file, as whoever copies it expects.
    attempt(()) { try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
    attempt(()) { try pool.close() }
    if FileSystem.status(of: path + "-wal")?.size == 0 {
      for suffix in ["-wal", "-shm"] { try FileSystem.remove(path + suffix) }
    }
    if isBroken.load(ordering: .relaxed) { try Self.removeFiles(path) }
  }

  private func attempt<Value>(_ fallback: Value, _ body: () throws -> Value) -> Value {
    if isBroken.load(ordering: .relaxed) { return fallback }
    do { return try body() } catch {
      if !isBroken.exchange(true, ordering: .relaxed) { warn("the store failed and is built anew next time: \(error)") }
      return fallback
    }
  }

  private static func removeFiles(_ path: String) throws(InputOutputError) {
    for suffix in ["", "-wal", "-shm"] { try FileSystem.remove(path + suffix) }
  }
}

/// A document by its source and path.
package struct DocumentPlace: Sendable, Hashable {
  package var source: String
  package var path: String
}

extension StoredDocument {
  /// Nil where the row is not as it was written.
  fileprivate init?(_ row: Row, source: String) {
    let record: Data = row[9]
    let bytes = [UInt8](record)
    guard let contentHash = ContentHash(bytes: row[5] as Data), let digest = ContentHash(bytes: row[6] as Data),
      ContentHash(of: bytes).bytes.prefix(8).elementsEqual(row[8] as Data)
    else { return nil }
    self.init(
      source: source, path: row[0],
      file: FileStatus.Stamp(size: row[1], modified: row[2], changed: row[3], inode: row[4]),
      contentHash: contentHash, digest: digest, textModified: row[7], record: bytes)
  }

  fileprivate func arguments(generation: Int) -> StatementArguments {
    [
      source, path, file.size, file.modified, file.changed, file.inode, Data(contentHash.bytes), Data(digest.bytes),
      textModified, generation, Data(ContentHash(of: record).bytes.prefix(8)), Data(record),
    ]
  }
}
