// Spaces of special width or behaviour.

import Model

/// White space by Unicode's property White_Space, without the line ends. Between digits such a space groups thousands:
/// it stays one plain space, so that the number stays one.
struct OddSpaces: NormalizationRule {
  static let rule = RuleDescription(
    id: "odd-spaces", stage: .normalize,
    summary: "no-break, narrow, thin, figure, ideographic and other special spaces become plain ones",
    examples: [
      .init("12\u{A0}million dollars", "12 million dollars"),
      .init("1\u{202F}240\u{2009}000\u{2007}rubles", "1 240 000 rubles"),
      .init("總額\u{3000}三億元", "總額 三億元"),
      .init(unchanged: "12 million – “dollars”、三億元"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = [0xC2, 0xE1, 0xE2, 0xE3]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let length = Self.length(at: position, in: window)
    guard length > 0 else { return position + 1 }
    edits.replace(position..<(position + length), with: [Byte.space], by: Self.rule)
    return position + length
  }

  private static func length(at position: Int, in window: Window) -> Int {
    let second = window.byte(position + 1)
    let third = window.byte(position + 2)
    switch (window[position], second) {
    case (0xC2, 0xA0): return 2
    case (0xE2, 0x80) where third <= 0x8A || third == 0xAF: return 3
    case (0xE2, 0x81) where third == 0x9F: return 3
    case (0xE1, 0x9A) where third == 0x80: return 3
    case (0xE3, 0x80) where third == 0x80: return 3
    default: return 0
    }
  }
}
