// SHA-256 of bytes, as a value that is cheap to keep and to compare.
import Crypto

package struct ContentHash: Sendable, Hashable {
  /// The 32 bytes, in memory order.
  private let words: SIMD4<UInt64>

  /// The hash of bytes.
  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash(of: $0) } }

  /// The hash of bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
    var function = SHA256()
    function.update(bufferPointer: bytes)
    self.init(function.finalize())
  }

  fileprivate init(_ digest: SHA256Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// Nil unless there are 32 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    words = Array(bytes).withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// 64 lowercase hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 64
    }
  }

  /// The first `count` × 5 bits in RFC 4648 base32, lowercase, behind a prefix; at most 24 characters.
  package func base32(_ count: Int, after prefix: StaticString = "") -> String {
    let start = prefix.utf8CodeUnitCount
    return String(unsafeUninitializedCapacity: start + count) { buffer in
      for index in 0..<start { buffer[index] = prefix.utf8Start[index] }
      // Twelve characters have 60 bits: the next twelve begin at the 61st.
      let first = words[0].bigEndian
      let second = first << 60 | words[1].bigEndian >> 4
      for index in 0..<count {
        let digit = UInt8(truncatingIfNeeded: (index < 12 ? first : second) >> UInt64(59 - index % 12 * 5)) & 31
        // a to z, then 2 to 7.
        buffer[start + index] = digit < 26 ? 0x61 + digit : 0x32 + digit - 26
      }
      return start + count
    }
  }
}

extension ContentHash {
  /// The first bits tell hashes apart as well as all do.
  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
}

/// Hashes what comes in portions.
package struct ContentHasher: Sendable {
  private var function = SHA256()

  package init() {}

  package mutating func update(_ bytes: [UInt8]) { function.update(data: bytes) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) { function.update(bufferPointer: bytes) }

  package func hash() -> ContentHash { ContentHash(function.finalize()) }
}
