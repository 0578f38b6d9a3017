// Bytes on their way to a file, of which only the last few megabytes are held in memory.
import Formats

/// A document with a hundred thousand amounts has a gigabyte of rows; they wait their turn on the disk.
struct SpillingBytes: Sendable {
  private static let heldBytes = 4 << 20

  /// What comes after the spilled bytes.
  var held = GatheredBytes()
  private var spilled: [String] = []

  /// Puts what is held into a file of its own, named `path` and a number, where it is much.
  mutating func spill(to path: String) throws {
    guard held.count > Self.heldBytes else { return }
    let file = try OutputFile("\(path)-\(spilled.count)")
    try held.withBytes { try file.write($0) }
    try file.close()
    spilled.append(file.path)
    held.removeAll()
  }

  /// Writes all bytes to a file, and removes what was spilled.
  func move(to file: OutputFile) throws {
    for path in spilled {
      _ = try FileSystem.readPortions(of: path) { try file.write($0) }
      try FileSystem.remove(path)
    }
    try held.withBytes { try file.write($0) }
  }
}
