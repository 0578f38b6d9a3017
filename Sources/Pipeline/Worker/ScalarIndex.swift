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
      let raw = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range.clamped(to: 0..<bytes.count)])
      var continuations = 0
      var position = 0
      while position + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // The lowest bit of each byte that begins with the bits 10.
        continuations += ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
        position += 8
      }
      for byte in raw[position...] where byte & 0xC0 == 0x80 { continuations += 1 }
      return raw.count - continuations
    }
  }
}
