// The store gives back what was kept, and a broken one costs time only.
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DocumentStoreTests {
  private static func stored(_ path: String, record: [UInt8] = [1, 2, 3]) -> StoredDocument {
    StoredDocument(
      source: "s", path: path, file: FileStatus.Stamp(size: 5, modified: 6, changed: 7, inode: 8),
      contentHash: ContentHash(of: [1]), digest: ContentHash(of: [2]), textModified: 9, record: record)
  }

  @Test func whatIsKeptComesBackByRangeOfPaths() throws {
    let scratch = try Scratch()
    let store = try DocumentStore.open(scratch.path + "/store.sqlite") { _ in }
    store.keep(["a", "b", "b/c", "ä", "z"].map { Self.stored($0) }, used: [])
    #expect(store.documents(of: "s", from: "b", to: "z").keys.sorted() == ["b", "b/c", "z"])
    #expect(store.documents(of: "s", from: "b/c", to: "b/c")["b/c"] == Self.stored("b/c"))
    #expect(store.documents(of: "other", from: "a", to: "z").isEmpty)
    try store.close(keptGenerations: 1)
  }

  @Test func whatNoRecentRunUsedIsForgotten() throws {
    let scratch = try Scratch()
    for generation in 1...4 {
      let store = try DocumentStore.open(scratch.path + "/store.sqlite") { _ in }
      if generation == 1 { store.keep([Self.stored("old"), Self.stored("used")], used: []) }
      store.keep([], used: [DocumentPlace(source: "s", path: "used")])
      try store.close(keptGenerations: 2)
    }
    let store = try DocumentStore.open(scratch.path + "/store.sqlite") { _ in }
    #expect(store.documents(of: "s", from: "a", to: "z").keys.sorted() == ["used"])
  }

  @Test func aBrokenStoreIsBuiltAnewWithAWarning() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/store.sqlite"
    try scratch.write(String(repeating: "this is no database", count: 500), to: "store.sqlite")
    let warnings = Mutex(0)
    let store = try DocumentStore.open(path) { _ in warnings.withLock { $0 += 1 } }
    store.keep([Self.stored("a")], used: [])
    #expect(store.documents(of: "s", from: "a", to: "a").count == 1)
    #expect(warnings.withLock { $0 } == 1)
  }

  @Test func aStoreDamagedInTheMiddleNeverChangesTheDataset() throws {
    let scratch = try Scratch()
    try scratch.fillSources(count: 12)
    try scratch.age()
    try scratch.run()
    let expected = try scratch.dataset()
    let path = scratch.output + "/state/store.sqlite"
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var generator = SeededGenerator(seed: 3)
    for round in 0..<12 {
      var damaged = whole
      for _ in 0..<(round + 1) {
        damaged[Int.random(in: 0..<whole.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      try scratch.run()
      #expect(try scratch.dataset() == expected, "a damaged store changed the dataset, round \(round)")
    }
  }
}
