// Control characters that text cannot mean; those that stand for marks of Windows-1252 have a rule of their own, `WindowsControls`.

import Model

struct ControlCharacters: NormalizationRule {
  static let rule = RuleDescription(
    id: "control-characters", stage: .normalize,
    summary: "vertical tabs, next-line, line and paragraph separators become line ends; other control characters go",
    examples: [
      .init("12\u{0} million\u{7}", "12 million"),
      .init("one\u{B}two\u{2028}three\u{85}four", "one\ntwo\nthree\nfour"),
      .init("a\u{7F}b\u{90}c", "abc"),
      .init(unchanged: "one\ttwo\nthree – “four”"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = (0x00...0x1F).filter { !kept.contains($0) } + [0x7F, 0xC2, 0xE2]

  // Tabs hold columns apart; the others have rules of their own.
  private static let kept: [UInt8] = [Byte.tab, Byte.lineFeed, Byte.formFeed, Byte.carriageReturn]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let next = window.byte(position + 1)
    switch window[position] {
    case 0x0B:
      edits.replace(position..<(position + 1), with: [Byte.lineFeed], by: Self.rule)
    case 0xC2 where WindowsControls.mark(at: position, in: window) != nil:
      break
    case 0xC2 where next == 0x85:
      edits.replace(position..<(position + 2), with: [Byte.lineFeed], by: Self.rule)
    case 0xC2 where (0x80...0x9F).contains(next):
      edits.remove(position..<(position + 2), by: Self.rule)
    case 0xE2 where next == 0x80 && (0xA8...0xA9).contains(window.byte(position + 2)):
      edits.replace(position..<(position + 3), with: [Byte.lineFeed], by: Self.rule)
    case 0xC2, 0xE2:
      break
    default:
      edits.remove(position..<(position + 1), by: Self.rule)
    }
    return position + 1
  }
}
