// UTF-8 that was read in a single-byte code page, once or several times.

import Model

/// Where two characters beyond ASCII look like the bytes of a UTF-8 sequence in a code page, their line is looked at as
/// a whole: the way back must give well-formed UTF-8 and a stretch that is plainly less odd (`Oddity`). The method is
/// that of ftfy (Speer, 2019), with a count of oddity in place of its list of bad pairs, for more code pages, and
/// stretch by stretch, so that damage may stop in the middle of a line.
struct Mojibake: NormalizationRule {
  static let rule = RuleDescription(
    id: "mojibake", stage: .normalize,
    summary: "characters that are UTF-8 misread as Windows, ISO, DOS, Mac or KOI8 text become what they were",
    examples: [
      .init("a loan of Â£450 million â€œover six yearsâ€\u{9D}", "a loan of £450 million “over six years”"),
      .init("le mÃ©tro coÃ»te 12 millions dâ€™euros", "le métro coûte 12 millions d’euros"),
      .init("prÃƒÂªt de 5 millions", "prêt de 5 millions"),
      .init("voilÃ le budget, Ã\u{A0} Paris", "voilà le budget, à Paris"),
      .init("бюджет – Р±СЋРґР¶РµС‚", "бюджет – бюджет"),
      .init("the caf├⌐ paid 12Γé¼", "the café paid 12€"),
      .init("–ø—è—Ç—å –º–∏–ª–ª–∏–æ–Ω–æ–≤", "пять миллионов"),
      .init(unchanged: "NÃO HÁ VERBA PARA A EDUCAÇÃO, DIZ A IRMÃ"),
      .init(unchanged: "« L’été », 5 °C, 12 m², José’s café™ …"),
      .init(unchanged: "В группе «В» Ваш Михаил, Київ, її лінії"),
    ])
  static let phase = Phase.encoding
  static let triggers = Lookalikes.shared.firstBytes

  /// Lines longer than this are looked at in parts.
  private static let longest = 1 << 16

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    var position = position
    while window.byte(position) >= 0x80 {
      let end = endOfCyrillic(from: position, in: window)
      if end > position {
        guard window.byte(end) >= 0x80 else { return end }
        position = end - 2
      }
      let next = position + MisreadLine.length(of: window[position])
      guard window.byte(next) >= 0x80 else {
        return isCut(at: position, before: next, in: window) ? repair(around: position, in: window, &edits) : next
      }
      if isSuspicious(at: position, before: next, in: window) {
        return repair(around: position, in: window, &edits)
      }
      position = next
    }
    return position
  }

  /// The end of the small Cyrillic letters that stand here: side by side they are everyday writing.
  private func endOfCyrillic(from position: Int, in window: Window) -> Int {
    var end = position
    while end + 1 < window.count {
      let (lead, tail) = (window[end], window[end + 1])
      guard lead == 0xD0 ? tail >= 0xB0 : lead == 0xD1 && tail < 0xA0 else { break }
      end += 2
    }
    return end
  }

  /// Whether two characters, or three, may be the beginning of a sequence, in a way that is not everyday writing.
  private func isSuspicious(at position: Int, before next: Int, in window: Window) -> Bool {
    let first = MisreadLine.scalar(window.bytes, position).scalar
    let (second, secondLength) = MisreadLine.scalar(window.bytes, next)
    let pages = Lookalikes.shared.pages(first, second)
    guard pages != 0, !isEveryday(first, second, after: window.byte(position - 1)) else { return false }
    if first == 0xE2, second == 0x20AC { return true }
    let third = next + secondLength
    let thirdScalar = third < window.count ? MisreadLine.scalar(window.bytes, third).scalar : 0x20
    return Lookalikes.shared.pages(pages, from: first, third: thirdScalar) != 0
  }

  /// Letters of one script side by side, in lower case or as a word begins, and letters behind a dash or quote are what
  /// clean text is made of; misread text has other pairs besides.
  private func isEveryday(_ first: UInt32, _ second: UInt32, after last: UInt8) -> Bool {
    let one = GlyphKind(of: first)
    let other = GlyphKind(of: second)
    guard other.isLetter else { return false }
    switch one.role {
    case .lower, .uncased: return other.role == .lower && one.script == other.script
    case .upper:
      guard one.script == other.script, one.script != .latin else { return false }
      return !(0x402..<0x410).contains(second) && !Byte.isAlphanumeric(last)
    case .neutral, .opening, .closing: return true
    default: return false
    }
  }

  /// Whether the second byte may be a no-break space that has become a plain one, behind a letter that ends no word in
  /// this case.
  private func isCut(at position: Int, before next: Int, in window: Window) -> Bool {
    guard window.byte(next) == Byte.space || window.byte(next) == Byte.lineFeed else { return false }
    switch (window[position], window.byte(position + 1)) {
    case (0xC3, 0x82), (0xC3, 0x83), (0xC4, 0x82):
      return window.isLowercase(at: window.characterStart(before: position))
        || Byte.isDigit(window.byte(position - 1))
    case (0xD0, 0x92), (0xD0, 0x93): return Byte.isAlphanumeric(window.byte(position - 1))
    default: return false
    }
  }

  private func repair(around position: Int, in window: Window, _ edits: inout EditCollector) -> Int {
    let range = stretch(around: position, in: window)
    var line = MisreadLine(window.bytes, range)
    line.repair()
    for glyph in line.glyphs where glyph.isChanged {
      guard let scalar = Unicode.Scalar(glyph.scalar) else { continue }
      edits.replace(glyph.range, with: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter), by: Self.rule)
    }
    return range.upperBound
  }

  /// The line around a position, or the part of it between places that depend on the text alone, so that no two parts
  /// overlap.
  private func stretch(around position: Int, in window: Window) -> Range<Int> {
    let floor = seam(at: position / Self.longest * Self.longest, in: window)
    let part = position < floor ? seam(at: (position / Self.longest - 1) * Self.longest, in: window) : floor
    let ceiling = position < floor ? floor : seam(at: (position / Self.longest + 1) * Self.longest, in: window)
    var start = position
    while start > part, window[start - 1] != Byte.lineFeed { start -= 1 }
    var end = position
    while end < ceiling, window[end] != Byte.lineFeed { end += 1 }
    return start..<end
  }

  /// The first place from here on where a line may be cut: behind a space, or at a character where none is near.
  private func seam(at position: Int, in window: Window) -> Int {
    guard position > 0 else { return 0 }
    guard position < window.count else { return window.count }
    let near = position..<min(position + 256, window.count)
    if let space = near.first(where: { window[$0] == Byte.space }) { return space + 1 }
    return near.first { window[$0] & 0xC0 != 0x80 } ?? near.upperBound
  }
}
