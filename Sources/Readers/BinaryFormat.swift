// Binary formats by the bytes their files begin with, after the lists of file(1) and the PRONOM registry.

struct BinaryFormat: Sendable {
  /// With its article, for messages.
  let name: String
  private let signature: [UInt8]
  private let offset: Int

  private init(_ name: String, _ signature: [UInt8], at offset: Int = 0) {
    self.name = name
    self.signature = signature
    self.offset = offset
  }

  private init(_ name: String, _ signature: String, at offset: Int = 0) {
    self.init(name, Array(signature.utf8), at: offset)
  }

  /// The format whose signature the bytes bear; nil for text.
  static func known(of bytes: [UInt8]) -> BinaryFormat? {
    all.first { format in
      bytes.count >= format.offset + format.signature.count
        && bytes[format.offset...].starts(with: format.signature)
    }
  }

  private static let all: [BinaryFormat] = [
    BinaryFormat("a PDF document", "%PDF-"),
    BinaryFormat("a PostScript document", "%!PS-"),
    BinaryFormat("a ZIP archive or an Office document", [0x50, 0x4B, 0x03, 0x04]),
    BinaryFormat("an empty ZIP archive", [0x50, 0x4B, 0x05, 0x06]),
    BinaryFormat("a gzip archive", [0x1F, 0x8B, 0x08]),
    BinaryFormat("a bzip2 archive", "BZh9"),
    BinaryFormat("an xz archive", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    BinaryFormat("a Zstandard archive", [0x28, 0xB5, 0x2F, 0xFD]),
    BinaryFormat("a 7-Zip archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    BinaryFormat("a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    BinaryFormat("a tar archive", "ustar", at: 257),
    BinaryFormat("a PNG image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    BinaryFormat("a JPEG image", [0xFF, 0xD8, 0xFF]),
    BinaryFormat("a GIF image", "GIF87a"),
    BinaryFormat("a GIF image", "GIF89a"),
    BinaryFormat("a WebP image", "WEBP", at: 8),
    BinaryFormat("a TIFF image", [0x49, 0x49, 0x2A, 0x00]),
    BinaryFormat("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A]),
    BinaryFormat("an older Office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    BinaryFormat("an RTF document", "{\\rtf"),
    BinaryFormat("an SQLite database", "SQLite format 3\0"),
    BinaryFormat("a Parquet file", [0x50, 0x41, 0x52, 0x31, 0x15]),
    BinaryFormat("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
    BinaryFormat("a WebAssembly module", [0x00, 0x61, 0x73, 0x6D]),
    BinaryFormat("an Ogg recording", "OggS\0"),
    BinaryFormat("an MP4 recording", "ftyp", at: 4),
    BinaryFormat("an MP3 recording", [0x49, 0x44, 0x33, 0x03]),
    BinaryFormat("an MP3 recording", [0x49, 0x44, 0x33, 0x04]),
  ]
}
