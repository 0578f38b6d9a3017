// Byte-order marks left inside a text by joining files.

import Model

struct InnerByteOrderMarks: NormalizationRule {
  static let rule = RuleDescription(
    id: "inner-byte-order-marks", stage: .normalize,
    summary: "a byte-order mark (U+FEFF) inside a text goes",
    examples: [
      .init("\u{FEFF}Title", "Title"),
      .init("one\n\u{FEFF}two", "one\ntwo"),
      .init(unchanged: "Ｔｉｔｌｅ"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = [0xEF]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard window.byte(position + 1) == 0xBB, window.byte(position + 2) == 0xBF else { return position + 1 }
    edits.remove(position..<(position + 3), by: Self.rule)
    return position + 3
  }
}
