// The byte order marks that begin a file (Unicode 15.0, table 23-6).

struct ByteOrderMark: Sendable {
  let length: Int
  let encoding: TextEncoding

  /// The mark a file begins with; nil where it has none.
  static func first(of bytes: [UInt8]) -> ByteOrderMark? {
    let start = bytes.prefix(3)
    if start.elementsEqual([0xEF, 0xBB, 0xBF]) { return ByteOrderMark(length: 3, encoding: .utf8) }
    if start.starts(with: [0xFF, 0xFE]) { return ByteOrderMark(length: 2, encoding: .utf16LittleEndian) }
    if start.starts(with: [0xFE, 0xFF]) { return ByteOrderMark(length: 2, encoding: .utf16BigEndian) }
    return nil
  }
}
