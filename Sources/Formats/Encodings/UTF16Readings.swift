// Bytes read as UTF-16 without a byte order mark, in both orders.

struct UTF16Readings: Sendable {
  /// The cost of each unit by itself.
  private let costs: [UInt8]

  static let shared = UTF16Readings(LetterFigures.shared)

  private static let loneSurrogate = 120
  /// A letter behind one of another script.
  private static let otherScript = 16

  private init(_ figures: LetterFigures) {
    var costs = (0...0xFFFF).map { Self.cost(of: $0) }
    // Any language may be meant, which costs two bits more than a known one.
    for (scalar, cost) in figures.characters.flatMap(\.costs) + EastAsianSigns.costs {
      costs[Int(scalar)] = min(costs[Int(scalar)], cost + 8)
    }
    self.costs = costs
  }

  /// The cost of both orders, little-endian first.
  func costs(of bytes: ArraySlice<UInt8>) -> [(encoding: TextEncoding, cost: Int)] {
    bytes.withUnsafeBytes { raw in
      [(.utf16LittleEndian, cost(of: raw, isBigEndian: false)), (.utf16BigEndian, cost(of: raw, isBigEndian: true))]
    }
  }

  private func cost(of bytes: UnsafeRawBufferPointer, isBigEndian: Bool) -> Int {
    var cost = 0
    var before = 0
    var awaitsLow = false
    costs.withUnsafeBufferPointer { costs in
      for position in stride(from: 0, to: bytes.count - 1, by: 2) {
        let unit = UTF16Decoding.unit(in: bytes, at: position, isBigEndian: isBigEndian)
        let isLow = unit & 0xFC00 == 0xDC00
        if isLow != awaitsLow { cost += Self.loneSurrogate }
        awaitsLow = unit & 0xFC00 == 0xD800
        cost += Int(costs[Int(unit)])
        let script = Self.script(of: unit)
        if script != before, script != 0, before != 0 { cost += Self.otherScript }
        before = script
      }
    }
    return awaitsLow ? cost + Self.loneSurrogate : cost
  }

  /// A number for each group of letters that words are made of; 0 for signs.
  private static func script(of unit: UInt32) -> Int {
    switch unit {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: 1
    case 0x370...0x3FF: 2
    case 0x400...0x52F: 3
    case 0x530...0x10FF: Int(unit >> 7)
    case 0x3040...0x30FF, 0x3400...0x9FFF: 4
    case 0xAC00...0xD7A3: 5
    default: 0
    }
  }

  /// By the block (Unicode 15.0, Blocks.txt), in quarters of a bit.
  private static func cost(of unit: Int) -> UInt8 {
    switch unit {
    case 0x20: 10
    case 0x0A, 0x0D: 14
    case 0x09, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x410...0x44F: 18
    case 0x21...0x7E, 0x370...0x3FF, 0x5D0...0x5EA, 0x600...0x6FF, 0xE00...0xE7F: 24
    case 0xA0...0xFF, 0x400...0x52F, 0x531...0x5F4, 0x900...0xDFF, 0x10A0...0x10FF, 0x1E00...0x1EFF, 0x2010...0x2027:
      32
    case 0x100...0x24F, 0x2030...0x203A, 0x20A0...0x20BF, 0x3001...0x3011, 0x3014...0x301F, 0x3041...0x3096,
      0x30A1...0x30FC,
      0xFF01...0xFF5E:
      38
    case 0x2100...0x214F, 0x2190...0x22FF, 0x2500...0x26FF, 0x3105...0x3247, 0xFF61...0xFF9F: 48
    case 0x4E00...0x9FA5: 62
    case 0xAC00...0xD7A3: 62
    // Halves of pairs.
    case 0xD800...0xDFFF: 36
    case 0x01...0x1F, 0x7F...0x9F, 0xE000...0xF8FF: 100
    case 0, 0xFFFE, 0xFFFF: 140
    case 0x200B...0x200F, 0x202F, 0x2060, 0xFEFF: 60
    default: 92
    }
  }
}
