// Characters that show nothing and split words for the machine only.

import Model

/// A soft hyphen at a line end stays: it tells that the word goes on. Joiners stay where a script or an emoji needs them.
struct InvisibleCharacters: NormalizationRule {
  static let rule = RuleDescription(
    id: "invisible-characters", stage: .normalize,
    summary: "soft hyphens, zero-width spaces and joiners, direction marks and word joiners go",
    examples: [
      .init("mil\u{AD}lion", "million"),
      .init("$\u{200B}12\u{2060} million\u{200E}", "$12 million"),
      .init("dol\u{200D}lars", "dollars"),
      .init(unchanged: "می\u{200C}خواهم"),
      .init(unchanged: "mil\u{AD}\nlion"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = [0xC2, 0xE2]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let second = window.byte(position + 1)
    if window[position] == 0xC2 {
      guard second == 0xAD, !isBreak(window.byte(position + 2)) else { return position + 1 }
      edits.remove(position..<(position + 2), by: Self.rule)
      return position + 2
    }
    guard isInvisible(second, window.byte(position + 2)), !isNeededJoiner(at: position, in: window) else {
      return position + 1
    }
    edits.remove(position..<(position + 3), by: Self.rule)
    return position + 3
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }

  private func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third)
    case 0x81: (0xA0...0xA4).contains(third) || (0xA6...0xA9).contains(third)
    default: false
    }
  }

  /// U+200C and U+200D between characters that are neither Latin, Greek nor Cyrillic shape the word.
  private func isNeededJoiner(at position: Int, in window: Window) -> Bool {
    let third = window.byte(position + 2)
    guard third == 0x8C || third == 0x8D, position > 0 else { return false }
    return isShaped(at: window.characterStart(before: position), in: window) && isShaped(at: position + 3, in: window)
  }

  /// Spaces and punctuation beyond ASCII, among them the joiners themselves, have no shape to keep.
  private func isShaped(at position: Int, in window: Window) -> Bool {
    switch (window.byte(position), window.byte(position + 1)) {
    case (0xE1, 0x9A), (0xE2, 0x80...0x81), (0xE3, 0x80): false
    case (let lead, _): lead >= 0xD6
    }
  }
}
