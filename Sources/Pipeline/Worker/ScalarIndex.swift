// Counts Unicode scalars before byte positions of one text.

/// Positions may come in any order; each block of bytes is counted once.
struct ScalarIndex {
  private static let blockBits = 10
  private let bytes: [UInt8]
  /// Scalars before each block reached so far.
  private var before = [0]

  /// `bytes` is well-formed UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of scalars that begin before `position`, which is at most the text's length.
  mutating func scalars(before position: Int) -> Int {
    let block = position >> Self.blockBits
    while before.count <= block {
      let start = (before.count - 1) << Self.blockBits
      before.append(before[before.count - 1] + count(start..<(start + 1 << Self.blockBits)))
    }
    return before[block] + count((block << Self.blockBits)..<position)
  }

  private func count(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
