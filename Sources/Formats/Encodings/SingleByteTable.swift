// What the upper 128 bytes of a single-byte encoding mean.

struct SingleByteTable: Sendable, Hashable {
  /// Unicode scalars of the bytes 0x80 to 0xFF; U+FFFD for a byte without a meaning.
  let scalars: [UInt32]

  /// The tables of every single-byte encoding that glibc converts, by name; filled when first asked for.
  static let named: [String: SingleByteTable] = Dictionary(
    uniqueKeysWithValues: TextEncoding.singleByteNames.compactMap { name in
      CharacterConverter(from: TextEncoding.converterNames[name] ?? name.uppercased()).map {
        (name, SingleByteTable($0))
      }
    })

  /// The scalar of a byte beyond ASCII.
  subscript(byte: UInt8) -> UInt32 { scalars[Int(byte) - 0x80] }

  /// Whether a byte beyond ASCII is a letter, a quotation mark or a dash, which texts are full of; other signs, such as
  /// those of currencies, tell little.
  func isLetterOrQuote(_ byte: UInt8) -> Bool {
    let scalar = self[byte]
    return (0x2013...0x201E).contains(scalar) || Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  private init(_ converter: CharacterConverter) {
    scalars = (0x80...0xFF).map { byte in
      guard case .text(let utf8) = converter.convert([UInt8(byte)]) else { return 0xFFFD }
      return utf8.withUnsafeBufferPointer { UTF8Validation.scalar(in: $0, at: 0).scalar }
    }
  }
}
