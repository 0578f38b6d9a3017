// Which byte of which code page a character stands for, and which pairs of characters look like UTF-8 misread.

/// Tables over `CodePage.all`, built once. A page is named by its index there; sets of pages are bit masks.
struct Lookalikes: Sendable {
  static let shared = Lookalikes()

  static let pageCount = CodePage.all.count
  /// The pages of Windows and ISO, whose readers let bytes without a character through as those of Latin-1.
  let openPages: UInt16
  /// The pages whose byte 0xA0 is a no-break space, which may have become a plain one since.
  let spacedPages: UInt16

  private static let slots = 0x2600
  /// The byte of each character in each page, 0 where it has none there.
  private let bytes: [UInt8]
  private let unassigned: [Set<UInt8>]
  private let leads: [UInt16]
  private let tails: [UInt16]

  private init() {
    var bytes = [UInt8](repeating: 0, count: Self.slots * Self.pageCount)
    var leads = [UInt16](repeating: 0, count: Self.slots)
    var tails = [UInt16](repeating: 0, count: Self.slots)
    unassigned = CodePage.all.map { page in
      Set(
        page.upperHalf.unicodeScalars.enumerated().filter { $0.element.value == 0xFFFD }.map { UInt8(0x80 + $0.offset) }
      )
    }
    var openPages: UInt16 = 0
    var spacedPages: UInt16 = 0
    for (page, codePage) in CodePage.all.enumerated() {
      let bit: UInt16 = 1 << UInt16(page)
      let isOpen = codePage.isOpen
      if isOpen { openPages |= bit }
      for (index, scalar) in codePage.upperHalf.unicodeScalars.enumerated() {
        let byte = UInt8(0x80 + index)
        if byte == 0xA0, scalar.value == 0xA0 { spacedPages |= bit }
        var slots = scalar.value == 0xFFFD ? [] : [Self.slot(scalar.value)]
        if isOpen, byte < 0xA0 || slots.isEmpty { slots.append(Int(byte)) }
        for slot in slots {
          bytes[slot * Self.pageCount + page] = byte
          if (0xC2...0xF4).contains(byte) { leads[slot] |= bit }
          if byte < 0xC0 { tails[slot] |= bit }
        }
      }
    }
    (self.bytes, self.leads, self.tails) = (bytes, leads, tails)
    (self.openPages, self.spacedPages) = (openPages, spacedPages)
  }

  /// The characters of code pages beyond U+2600 have slots where no page has a character.
  private static func slot(_ scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x25F0: Int(scalar)
    case 0xF8FF: 0x25F0
    case 0xFB01: 0x25F1
    case 0xFB02: 0x25F2
    default: 0
    }
  }

  /// The byte of a character beyond ASCII in a page, or 0.
  func byte(_ scalar: UInt32, in page: Int) -> UInt8 { bytes[Self.slot(scalar) * Self.pageCount + page] }

  /// The pages in which these two may begin a UTF-8 sequence misread; a space may have been a no-break space.
  func pages(_ first: UInt32, _ second: UInt32) -> UInt16 {
    leads[Self.slot(first)] & (second == 0x20 || second == 0x0A ? spacedPages : tails[Self.slot(second)])
  }

  /// Of some pages those in which a sequence that begins with `first` may have a third character like this one, or
  /// none.
  func pages(_ pages: UInt16, from first: UInt32, third: UInt32) -> UInt16 {
    var left = pages & ~tails[Self.slot(third)]
    var found = pages
    while left != 0 {
      let page = left.trailingZeroBitCount
      left &= left - 1
      if byte(first, in: page) >= 0xE0 { found &= ~(1 << UInt16(page)) }
    }
    return found
  }

  /// The first UTF-8 bytes of the characters that may begin a sequence.
  var firstBytes: [UInt8] {
    let scalars = CodePage.all.flatMap { $0.upperHalf.unicodeScalars }
    return Set(scalars.filter { isLead($0.value) }.compactMap { UTF8.encode($0)?.first }).sorted()
  }

  /// Whether a page has no character for a byte, so that it is lost but for its C1 control.
  func isUnassigned(_ byte: UInt8, in page: Int) -> Bool { unassigned[page].contains(byte) }

  private func isLead(_ scalar: UInt32) -> Bool { leads[Self.slot(scalar)] != 0 }
}

extension CodePage {
  fileprivate var isOpen: Bool { name.hasPrefix("CP12") || name.hasPrefix("ISO") }
}
