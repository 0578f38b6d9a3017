// Line ends of Windows and of old Macintosh files become line feeds.

import Model

struct CarriageReturns: NormalizationRule {
  static let rule = RuleDescription(
    id: "carriage-returns", stage: .normalize,
    summary: "CR LF and lone CR line ends become LF",
    examples: [
      .init("one\r\ntwo\r\n", "one\ntwo\n"),
      .init("one\rtwo\r", "one\ntwo\n"),
      .init("one\r\r\ntwo", "one\ntwo"),
      .init(unchanged: "one\ntwo\n"),
    ])
  static let phase = Phase.characters
  static let triggers = [Byte.carriageReturn]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    var end = position
    while end < window.count, window[end] == Byte.carriageReturn { end += 1 }
    if end < window.count, window[end] == Byte.lineFeed {
      edits.remove(position..<end, by: Self.rule)
    } else {
      let breaks = [UInt8](repeating: Byte.lineFeed, count: end - position)
      edits.replace(position..<end, with: breaks, by: Self.rule)
    }
    return end
  }
}
