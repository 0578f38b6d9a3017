// What text looks like inside XML 1.0.

enum XMLText {
  enum Class {
    /// Stands in XML as it is.
    case plain
    /// Holds `<`, `>`, `&` or a carriage return, which must be escaped.
    case escapable
    /// Holds characters XML 1.0 has no way to write.
    case forbidden
  }

  /// 0 plain, 1 escapable, 2 forbidden, 3 begins U+FFFE or U+FFFF perhaps.
  private static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x09, 0x0A: 0
    case 0x0D, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): 1
    case 0..<0x20: 2
    case 0xEF: 3
    default: 0
    }
  }

  /// What has to be done to well-formed UTF-8 to write it.
  static func classify(_ bytes: UnsafeBufferPointer<UInt8>) -> Class {
    classes.withUnsafeBufferPointer { classes in
      var worst = Class.plain
      for index in 0..<bytes.count {
        let kind = classes[Int(bytes[index])]
        if kind == 0 { continue }
        if kind == 2 || (kind == 3 && isNoncharacter(bytes, at: index)) { return .forbidden }
        if kind == 1 { worst = .escapable }
      }
      return worst
    }
  }

  /// Appends text as libxml2 escapes it.
  static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case 0x0D: out += "&#13;".utf8
      default: out.append(byte)
      }
    }
  }

  /// The text with U+FFFD for each character that XML 1.0 (section 2.2) does not allow: U+0000 to U+001F but tab, line
  /// feed and carriage return, U+FFFE and U+FFFF.
  static func replacingForbidden(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      if isNoncharacter(bytes, at: index) {
        out.appendUTF8(0xFFFD)
        index += 3
        continue
      }
      if classes[Int(bytes[index])] == 2 { out.appendUTF8(0xFFFD) } else { out.append(bytes[index]) }
      index += 1
    }
    return out
  }

  /// U+FFFE and U+FFFF are EF BF BE and EF BF BF.
  private static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }
}
