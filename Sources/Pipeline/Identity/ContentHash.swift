// SHA-256 of bytes, as a value that is cheap to keep and to compare.
import Crypto

package struct ContentHash: Sendable, Hashable {
  // The 32 bytes, in memory order. No vector: arrays and dictionaries of those ask for memory at odd places.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The hash of bytes.
  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash(of: $0) } }

  /// The hash of bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
    var function = SHA256()
    function.update(bufferPointer: bytes)
    self.init(function.finalize())
  }

  /// Nil unless there are 32 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self = Array(bytes).withUnsafeBytes { ContentHash(loading: $0) }
  }

  fileprivate init(_ digest: SHA256Digest) { self = digest.withUnsafeBytes { ContentHash(loading: $0) } }

  private init(loading bytes: UnsafeRawBufferPointer) {
    first = bytes.loadUnaligned(as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    fourth = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// The first bits tell hashes apart as well as all do.
  package func hash(into hasher: inout Hasher) { hasher.combine(first) }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in withUnsafeBytes(of: word) { Array($0) } }
  }

  /// 64 lowercase hexadecimal digits.
  package var hexadecimal: String {
    String(unsafeUninitializedCapacity: 64) { buffer in
      for (place, word) in [first, second, third, fourth].enumerated() {
        for index in 0..<16 {
          let digit = UInt8(truncatingIfNeeded: word.bigEndian >> UInt64(60 - 4 * index)) & 15
          buffer[16 * place + index] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
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
      var bits = first.bigEndian
      for index in 0..<count {
        if index == 12 { bits = first.bigEndian << 60 | second.bigEndian >> 4 }
        let digit = UInt8(truncatingIfNeeded: bits >> 59)
        bits <<= 5
        // a to z, then 2 to 7.
        buffer[start + index] = digit < 26 ? 0x61 + digit : 0x32 + digit - 26
      }
      return start + count
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
