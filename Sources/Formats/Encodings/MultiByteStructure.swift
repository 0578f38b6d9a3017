// How the East Asian encodings are built, and what a character costs by its place in their rows.

/// The rows of the national standards are ordered by use: a first level of common characters, a second of rare ones
/// (GB 2312, JIS X 0208, Big5), hangul before hanja (KS X 1001). Costs in quarters of a bit.
enum MultiByteStructure: String, CaseIterable {
  case gb18030, big5, shiftJIS = "shift_jis", eucJP = "euc-jp", eucKR = "euc-kr"

  /// The cost of two bytes as one character; nil where they are none.
  func cost(_ lead: UInt8, _ trail: UInt8) -> Int? {
    switch self {
    case .gb18030: gb18030(lead, trail)
    case .big5: big5(lead, trail)
    case .shiftJIS: shiftJIS(lead, trail)
    case .eucJP: eucJP(lead, trail)
    case .eucKR: eucKR(lead, trail)
    }
  }

  /// The cost of one byte beyond ASCII as one character; nil where it is none.
  func cost(_ single: UInt8) -> Int? {
    self == .shiftJIS && (0xA1...0xDF).contains(single) ? 52 : nil
  }

  /// The length and cost of a character of three or four bytes at the beginning of `bytes`; nil where there is none.
  func longCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (length: Int, cost: Int)? {
    switch self {
    case .gb18030:
      guard position + 3 < bytes.count, (0x81...0xFE).contains(bytes[position]),
        (0x30...0x39).contains(bytes[position + 1]), (0x81...0xFE).contains(bytes[position + 2]),
        (0x30...0x39).contains(bytes[position + 3])
      else { return nil }
      return (4, 100)
    case .eucJP:
      guard position + 2 < bytes.count, bytes[position] == 0x8F, bytes[position + 1] >= 0xA1,
        bytes[position + 2] >= 0xA1
      else { return nil }
      return (3, 96)
    default: return nil
    }
  }

  private func gb18030(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0xFE).contains(lead), trail >= 0x40, trail != 0x7F, trail != 0xFF else { return nil }
    guard trail >= 0xA1 else { return (0xA1...0xA7).contains(lead) ? 120 : 84 }
    return switch lead {
    case 0xA1, 0xA3: 40
    case 0xA2, 0xA4...0xA9: 64
    case 0xB0...0xD7: 58
    case 0xD8...0xF7: 74
    case 0x81...0xA0: 84
    default: 120
    }
  }

  private func big5(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0xFE).contains(lead), (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
      return nil
    }
    return switch lead {
    case 0xA1: 40
    case 0xA2, 0xA3: 56
    case 0xA4...0xC5: 60
    case 0xC6: trail <= 0x7E ? 60 : 96
    case 0xC9...0xF9: 76
    default: 100
    }
  }

  private func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead),
      (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail)
    else { return nil }
    return switch lead {
    case 0x81: 40
    case 0x82: trail >= 0x4F && trail <= 0xF1 ? 44 : 120
    case 0x83: trail <= 0x96 ? 44 : 64
    case 0x84: 68
    case 0x88...0x97: lead == 0x88 && trail < 0x9F ? 120 : 60
    case 0x98: trail <= 0x72 ? 60 : 78
    case 0x99...0x9F, 0xE0...0xEA: 78
    default: 104
    }
  }

  private func eucJP(_ lead: UInt8, _ trail: UInt8) -> Int? {
    if lead == 0x8E { return (0xA1...0xDF).contains(trail) ? 64 : nil }
    guard (0xA1...0xFE).contains(lead), (0xA1...0xFE).contains(trail) else { return nil }
    return switch lead {
    case 0xA1, 0xA3: 40
    case 0xA4, 0xA5: 44
    case 0xA2, 0xA6...0xA8: 64
    case 0xB0...0xCF: 60
    case 0xD0...0xF4: 78
    default: 120
    }
  }

  private func eucKR(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0xFE).contains(lead), trail >= 0x41, trail != 0xFF else { return nil }
    guard trail >= 0xA1, lead >= 0xA1 else {
      return lead <= 0xC6 && !(0x5B...0x60).contains(trail) && !(0x7B...0x80).contains(trail) ? 88 : nil
    }
    return switch lead {
    case 0xA1, 0xA3: 44
    case 0xA2, 0xA4...0xAC: 68
    case 0xB0...0xC8: 58
    case 0xCA...0xFD: 80
    default: 120
    }
  }
}
