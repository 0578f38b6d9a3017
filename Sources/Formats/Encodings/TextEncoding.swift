// A character encoding that files may be in, by the name IANA has for it.

struct TextEncoding: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case utf8
    case utf16(isBigEndian: Bool)
    case singleByte(SingleByteTable)
    /// Decoded character by character through iconv.
    case multiByte
  }

  /// In lower case.
  let name: String
  let form: Form

  static let utf8 = TextEncoding(name: "utf-8", form: .utf8)
  static let utf16LittleEndian = TextEncoding(name: "utf-16le", form: .utf16(isBigEndian: false))
  static let utf16BigEndian = TextEncoding(name: "utf-16be", form: .utf16(isBigEndian: true))

  /// Single-byte encodings with ASCII in the lower half.
  static let singleByteNames = [
    "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "windows-874", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
    "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r",
    "koi8-u", "ibm866", "macintosh", "x-mac-cyrillic",
  ]

  /// What glibc calls those that it has under another name only.
  static let converterNames = ["x-mac-cyrillic": "MAC-CYRILLIC"]

  /// Encodings with ASCII for bytes below 0x80 at the beginning of a character, and the superset iconv knows them by.
  static let multiByteNames = [
    "shift_jis": "CP932", "euc-jp": "EUC-JP", "gb18030": "GB18030", "big5": "BIG5-HKSCS", "euc-kr": "CP949",
  ]

  private init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// Nil unless the name, or the encoding it is an alias of, is one this program reads.
  init?(name written: String) {
    let name = Self.aliases[written.lowercased()] ?? written.lowercased()
    switch name {
    case "utf-8": self = .utf8
    case "utf-16le": self = .utf16LittleEndian
    // RFC 2781, 4.3: without a mark it is big-endian; `settled` looks closer.
    case "utf-16be", "utf-16": self.init(name: name, form: .utf16(isBigEndian: true))
    default:
      if let table = SingleByteTable.named[name] {
        self.init(name: name, form: .singleByte(table))
      } else if Self.multiByteNames[name] != nil {
        self.init(name: name, form: .multiByte)
      } else {
        return nil
      }
    }
  }

  /// For "utf-16", which says nothing of the byte order, the order that the bytes show; else itself.
  func settled(for bytes: [UInt8]) -> TextEncoding {
    name == "utf-16" ? EncodingDetection.utf16(of: bytes) ?? .utf16BigEndian : self
  }

  /// After the labels of the WHATWG Encoding Standard, where Latin-1 means windows-1252, its superset in practice, and
  /// ISO 8859-9 windows-1254.
  private static let aliases = [
    "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8", "utf16": "utf-16", "utf-8-sig": "utf-8",
    "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "tis-620": "windows-874", "iso-8859-11": "windows-874",
    "hebrew": "iso-8859-8", "arabic": "iso-8859-6", "x-mac-ukrainian": "x-mac-cyrillic",
    "iso-8859-1": "windows-1252", "latin1": "windows-1252",
    "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252", "l1": "windows-1252", "iso-8859-9": "windows-1254",
    "latin5": "windows-1254", "latin2": "iso-8859-2", "latin-9": "iso-8859-15", "latin9": "iso-8859-15",
    "cyrillic": "iso-8859-5", "greek": "iso-8859-7", "koi8r": "koi8-r", "koi8": "koi8-r", "cp866": "ibm866",
    "866": "ibm866", "mac": "macintosh", "x-mac-roman": "macintosh", "shift-jis": "shift_jis", "sjis": "shift_jis",
    "windows-31j": "shift_jis", "cp932": "shift_jis", "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030",
    "big5-hkscs": "big5", "cp949": "euc-kr", "windows-949": "euc-kr", "ksc5601": "euc-kr", "x-sjis": "shift_jis",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc-jp", "big5hkscs": "big5", "cp950": "big5", "ks_c_5601-1987": "euc-kr", "eucjp": "euc-jp",
    "euckr": "euc-kr",
  ]
}
