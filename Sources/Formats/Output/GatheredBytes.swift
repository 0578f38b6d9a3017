// Bytes gathered in memory and written through a pointer: appending to an array costs more than the dozen bytes that a
// cell has.

/// Public because only what is public can be inlined in other modules.
public struct GatheredBytes: Sendable {
  /// Bytes past the end that may be scribbled on, so that short runs are copied sixteen at a time.
  @inlinable public static var slack: Int { 64 }

  @usableFromInline var storage: [UInt8]
  @usableFromInline var end = 0

  @inlinable public init() { storage = [UInt8](repeating: 0, count: Self.slack) }

  @inlinable public var count: Int { end }

  /// A copy of them.
  package var bytes: [UInt8] { Array(storage[..<end]) }

  /// Lends room for `most` bytes at the end, and `slack` more that are not kept; `write` returns how many it wrote.
  @inlinable
  public mutating func append(atMost most: Int, _ write: (UnsafeMutableRawPointer) -> Int) {
    let start = end
    if storage.count < start + most + Self.slack { reserve(start + most + Self.slack) }
    end += storage.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return write(base + start)
    }
  }

  @inlinable
  public mutating func append(_ byte: UInt8) {
    append(atMost: 1) { end in
      end.storeBytes(of: byte, as: UInt8.self)
      return 1
    }
  }

  @inlinable
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    append(atMost: bytes.count) { end in
      if let start = bytes.baseAddress { end.copyMemory(from: start, byteCount: bytes.count) }
      return bytes.count
    }
  }

  /// Lends the bytes; the `slack` after them can be read, too.
  @inlinable
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(start: $0.baseAddress, count: end)) }
  }

  /// Forgets them, keeping the room.
  package mutating func removeAll() { end = 0 }

  /// Forgets all beyond the first `kept`.
  package mutating func removeAll(after kept: Int) { end = min(end, kept) }

  @usableFromInline
  mutating func reserve(_ needed: Int) {
    storage += repeatElement(0, count: max(needed, 2 * storage.count, 1 << 12) - storage.count)
  }
}

extension UnsafeMutableRawPointer {
  /// Writes an integer in decimal notation, twenty bytes at most, and returns how many they are.
  package func write(_ integer: Int) -> Int {
    if integer >= 0, integer < 10 {
      storeBytes(of: 0x30 + UInt8(truncatingIfNeeded: integer), as: UInt8.self)
      return 1
    }
    var rest = integer.magnitude
    var length = integer < 0 ? 2 : 1
    var bound: UInt = 10
    while rest >= bound {
      length += 1
      let (next, overflows) = bound.multipliedReportingOverflow(by: 10)
      if overflows { break }
      bound = next
    }
    var place = length
    repeat {
      place -= 1
      storeBytes(of: 0x30 + UInt8(truncatingIfNeeded: rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    } while rest > 0
    if integer < 0 { storeBytes(of: UInt8(ascii: "-"), as: UInt8.self) }
    return length
  }

  /// Copies bytes to here, which may scribble on fifteen more and read as many past the end of `source`.
  @inline(__always)
  func copyLoosely(_ source: UnsafeRawPointer, _ count: Int) {
    if count > 64 { return copyMemory(from: source, byteCount: count) }
    var place = 0
    while place < count {
      storeBytes(
        of: source.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self), toByteOffset: place,
        as: SIMD16<UInt8>.self)
      place += 16
    }
  }
}
