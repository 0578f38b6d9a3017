// Control characters U+0080 to U+009F that are Windows-1252 bytes read as Latin-1.

import Model

/// As HTML's numeric references are read (WHATWG, HTML, 13.2.5.80). U+0085 is the control character next-line besides:
/// it is an ellipsis only where a blank on the same line follows it and a character stands before.
struct WindowsControls: NormalizationRule {
  static let rule = RuleDescription(
    id: "windows-controls", stage: .normalize,
    summary: "control characters U+0080–U+009F become the quotes, dashes and signs of Windows-1252 they stand for",
    examples: [
      .init("\u{93}12 million\u{94} \u{96} a loan\u{92}s worth", "“12 million” – a loan’s worth"),
      .init("5 million \u{80}\u{85} or more", "5 million €… or more"),
      .init(unchanged: "one\u{85}two\u{90}"),
      .init(unchanged: "“12 million” – a loan’s worth"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = [0xC2]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard let mark = Self.mark(at: position, in: window) else { return position + 1 }
    edits.replace(position..<(position + 2), with: mark, by: Self.rule)
    return position + 2
  }

  /// The character in UTF-8 that a control character at `position` stands for, if any.
  static func mark(at position: Int, in window: Window) -> [UInt8]? {
    let byte = window.byte(position + 1)
    guard (0x80..<0xA0).contains(byte), byte != 0x85 || isEllipsis(at: position, in: window) else { return nil }
    let mark = marks[Int(byte) - 0x80]
    return mark.isEmpty ? nil : mark
  }

  private static let marks: [[UInt8]] = CodePage.all[0].upperHalf.unicodeScalars.prefix(0x20).map { scalar in
    scalar.value == 0xFFFD ? [] : Array(String(scalar).utf8)
  }

  private static func isEllipsis(at position: Int, in window: Window) -> Bool {
    let next = window.byte(position + 2)
    let isBlank = Byte.isBlank(next) || next == 0xC2 && window.byte(position + 3) == 0xA0
    return isBlank && !Byte.isSpace(window.byte(position - 1))
  }
}
