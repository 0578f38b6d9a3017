// SHA-256 of bytes, as a value that is cheap to keep and to compare.
import Crypto

package struct ContentHash: Sendable, Hashable {
  /// The 32 bytes, in memory order.
  private let words: SIMD4<UInt64>

  /// The hash of bytes.
  package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

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

  /// The first `count` × 5 bits in RFC 4648 base32, lowercase; at most 51 characters.
  package func base32(_ count: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let bytes = bytes
    return String(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count {
        let bit = index * 5
        let pair = UInt16(bytes[bit / 8]) << 8 | UInt16(bit / 8 + 1 < 32 ? bytes[bit / 8 + 1] : 0)
        buffer[index] = alphabet[Int(pair >> UInt16(11 - bit % 8)) & 31]
      }
      return count
    }
  }
}

/// Hashes what comes in portions.
package struct ContentHasher: Sendable {
  private var function = SHA256()

  package init() {}

  package mutating func update(_ bytes: [UInt8]) { function.update(data: bytes) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) { function.update(bufferPointer: bytes) }

  package func hash() -> ContentHash { ContentHash(function.finalize()) }
}
