// A file's path in its source as the dataset writes it: one text for each name, whatever bytes the name has.

enum SourcePath {
  /// The file at a relative path, which need not be UTF-8.
  static func file(_ path: [UInt8], source: Int, leadsOut: Bool) -> DiscoveredFile {
    let isNamed = String(validating: path, as: UTF8.self) != nil
    return DiscoveredFile(source: source, path: written(path), isNamed: isNamed, leadsOut: leadsOut)
  }

  /// A name that is not UTF-8 has its bytes above 127 as `%80` to `%FF`. So that no other name is written like it, the
  /// percent sign of a name that already reads so is `%25`; any other percent sign stands as it is.
  static func written(_ path: [UInt8]) -> String {
    let isNamed = String(validating: path, as: UTF8.self) != nil
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for (index, byte) in path.enumerated() {
      switch byte {
      case UInt8(ascii: "%") where escaped(path, at: index) != nil: bytes += "%25".utf8
      case 0x80... where !isNamed: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name on the disk of a path that `written` gave.
  static func name(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    let path = Array(path.utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < path.count {
      let byte = path[index] == UInt8(ascii: "%") ? escaped(path, at: index) : nil
      bytes.append(byte ?? path[index])
      index += byte == nil ? 1 : 3
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The byte that a percent sign and two capital hexadecimal digits stand for: one above 127, or the sign itself.
  private static func escaped(_ path: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < path.count, let high = digit(path[index + 1]), let low = digit(path[index + 2]) else {
      return nil
    }
    let byte = high << 4 | low
    return byte > 0x7F || byte == UInt8(ascii: "%") ? byte : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }
}
