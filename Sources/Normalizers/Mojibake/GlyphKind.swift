// What sort of character a character is, as far as it tells whether text was misread.

/// The role and script of a character.
struct GlyphKind: Equatable {
  enum Role: UInt8 {
    case blank, digit, neutral, lower, upper, uncased, combining
    case opening, closing, inverted, currency, symbol, superscript, sign, dagger, odd, box, control, replacement
  }

  enum Script: UInt8 { case none, latin, greek, cyrillic, ideographic, other, rare }

  let role: Role
  var script = Script.none
  /// Whether it is a letter that hardly any text has.
  var isRare = false
  var isASCII = false

  var isLetter: Bool { role == .lower || role == .upper || role == .uncased }

  init(_ role: Role, _ script: Script = .none, isRare: Bool = false, isASCII: Bool = false) {
    (self.role, self.script, self.isRare, self.isASCII) = (role, script, isRare, isASCII)
  }

  init(of scalar: UInt32) {
    switch scalar {
    case ..<0x80: self = Self.ascii(UInt8(scalar))
    case ..<0xC0: self = Self.latin1Sign(scalar)
    case ..<0x250: self = Self.latin(scalar)
    case ..<0x300: self = scalar < 0x2B0 ? Self(.lower, .latin, isRare: true) : Self(.odd)
    case ..<0x370:
      self = Self(.combining, isRare: !(0x300...0x30C).contains(scalar) && !(0x323...0x328).contains(scalar))
    case ..<0x530: self = scalar < 0x400 ? Self.greek(scalar) : Self.cyrillic(scalar)
    case ..<0x2000: self = Self.eastern(scalar)
    case ..<0x2E80: self = Self.mark(scalar)
    default: self = Self.beyond(scalar)
    }
  }

  private static func ascii(_ byte: UInt8) -> GlyphKind {
    switch byte {
    case 0x30...0x39: GlyphKind(.digit, isASCII: true)
    case 0x41...0x5A: GlyphKind(.upper, .latin, isASCII: true)
    case 0x61...0x7A: GlyphKind(.lower, .latin, isASCII: true)
    case 0x09...0x0D, 0x20: GlyphKind(.blank, isASCII: true)
    case 0x24: GlyphKind(.currency, isASCII: true)
    default: GlyphKind(.neutral, isASCII: true)
    }
  }

  private static func latin1Sign(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case ..<0xA0: GlyphKind(.control)
    case 0xA0: GlyphKind(.blank)
    case 0xA1, 0xBF: GlyphKind(.inverted)
    case 0xA2, 0xA3, 0xA5: GlyphKind(.currency)
    case 0xA9, 0xAE, 0xB0, 0xB1, 0xB6: GlyphKind(.symbol)
    case 0xA7, 0xB7: GlyphKind(.symbol)
    case 0xAA, 0xB2, 0xB3, 0xB9, 0xBA, 0xBC...0xBE: GlyphKind(.superscript)
    case 0xAB: GlyphKind(.opening)
    case 0xBB: GlyphKind(.closing)
    case 0xB5: GlyphKind(.lower, .greek)
    default: GlyphKind(.odd)
    }
  }

  private static func latin(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0xD7, 0xF7: return GlyphKind(.sign)
    case 0xC0...0xDE: return GlyphKind(.upper, .latin)
    case 0xDF...0xFF: return GlyphKind(.lower, .latin)
    case 0x178, 0x179, 0x17B, 0x17D: return GlyphKind(.upper, .latin)
    case 0x138, 0x149, 0x17A, 0x17C, 0x17E: return GlyphKind(.lower, .latin)
    case 0x17F: return GlyphKind(.lower, .latin, isRare: true)
    case 0x139...0x148: return GlyphKind(scalar & 1 == 1 ? .upper : .lower, .latin)
    case 0x100...0x17F, 0x218...0x21B: return GlyphKind(scalar & 1 == 0 ? .upper : .lower, .latin)
    case 0x18F, 0x1A0, 0x1AF: return GlyphKind(.upper, .latin)
    case 0x1A1, 0x1B0: return GlyphKind(.lower, .latin)
    case 0x192: return GlyphKind(.odd)
    default: return GlyphKind(.lower, .latin, isRare: true)
    }
  }

  private static func greek(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0x386...0x38F where scalar != 0x387: GlyphKind(.upper, .greek)
    case 0x391...0x3AB: GlyphKind(.upper, .greek)
    case 0x390, 0x3AC...0x3CE: GlyphKind(.lower, .greek)
    case 0x384, 0x385: GlyphKind(.odd)
    default: GlyphKind(.lower, .greek, isRare: true)
    }
  }

  private static func cyrillic(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0x400...0x42F: GlyphKind(.upper, .cyrillic)
    case 0x430...0x45F: GlyphKind(.lower, .cyrillic)
    // The letters of Ukrainian and of the languages of Central Asia, the Caucasus and the Volga.
    case 0x490...0x4A3, 0x4AE...0x4B3, 0x4B6...0x4BB, 0x4D8, 0x4D9, 0x4E2, 0x4E3, 0x4E8, 0x4E9, 0x4EE, 0x4EF:
      GlyphKind(scalar & 1 == 0 ? .upper : .lower, .cyrillic)
    case 0x4CF: GlyphKind(.lower, .cyrillic)
    default: GlyphKind(.lower, .cyrillic, isRare: true)
    }
  }

  private static func eastern(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0x531...0x58A, 0x5D0...0x5EA, 0x5F3, 0x5F4, 0x60C...0x669, 0x66E...0x6D5, 0x6F0...0x6F9:
      GlyphKind(.uncased, .other)
    case 0x901...0xDF4, 0xE01...0xEDF, 0xF00...0xFBC, 0x1000...0x10FF, 0x1200...0x135A, 0x1780...0x17E9:
      GlyphKind(.uncased, .other)
    case 0x1E00...0x1EFF: GlyphKind(scalar & 1 == 0 ? .upper : .lower, .latin)
    default: GlyphKind(.uncased, .rare, isRare: true)
    }
  }

  private static func mark(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0x2000...0x200A, 0x202F, 0x205F: GlyphKind(.blank)
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: GlyphKind(.neutral)
    case 0x2010...0x2015, 0x2026, 0x2019, 0x2032, 0x2033: GlyphKind(.neutral)
    case 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: GlyphKind(.opening)
    case 0x201D, 0x203A: GlyphKind(.closing)
    case 0x2020, 0x2021, 0x2022, 0x2030: GlyphKind(.dagger)
    case 0x2070...0x209F, 0x2150...0x215F: GlyphKind(.superscript)
    case 0x20A0...0x20C0: GlyphKind(.currency)
    case 0x2116, 0x2122, 0x2103: GlyphKind(.symbol)
    case 0x2190...0x21FF, 0x2500...0x259F: GlyphKind(scalar < 0x2500 ? .sign : .box)
    case 0x2600...0x27BF, 0x25A0...0x25FF: GlyphKind(.sign)
    case 0x2044, 0x2126, 0x2200...0x23FF: GlyphKind(.sign)
    default: GlyphKind(.uncased, .rare, isRare: true)
    }
  }

  private static func beyond(_ scalar: UInt32) -> GlyphKind {
    switch scalar {
    case 0x3000...0x3030, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: GlyphKind(.neutral)
    case 0x3041...0x33FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF10...0xFF9F:
      GlyphKind(.uncased, .ideographic)
    case 0xFB00...0xFB06: GlyphKind(.lower, .latin)
    case 0xFB1D...0xFDFF, 0xFE70...0xFEFC: GlyphKind(.uncased, .other)
    case 0xFE00...0xFE0F, 0xFEFF: GlyphKind(.neutral)
    case 0xFFFD: GlyphKind(.replacement)
    case 0x1F000...0x1FAFF: GlyphKind(.neutral)
    case 0x20000...0x2FFFF: GlyphKind(.uncased, .ideographic)
    default: GlyphKind(.uncased, .rare, isRare: true)
    }
  }
}
