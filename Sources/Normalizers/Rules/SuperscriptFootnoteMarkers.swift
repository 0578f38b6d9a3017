// Superscript numbers that lead to footnotes.

import Model

/// An exponent stays: after a digit, a unit of measure or a symbol of one letter, and before a letter (isotopes).
struct SuperscriptFootnoteMarkers: NormalizationRule {
  static let rule = RuleDescription(
    id: "superscript-footnote-markers", stage: .normalize,
    summary: "superscript footnote numbers go from the text and the head of their footnote, and are kept as links",
    examples: [
      .init("its contingents.¹ American", "its contingents. American"),
      .init("63 million dollars,⁷ and", "63 million dollars, and"),
      .init("he said.”¹²,¹³\n", "he said.”\n"),
      .init("\n¹⁰ See: V.", "\nSee: V."),
      .init("since 2005¹ it", "since 2005 it"),
      .init(unchanged: "40 km² and 3 m³ of 10⁶, x⁴ and ²³⁵U"),
    ])
  static let phase = Phase.style
  static let triggers: [UInt8] = [0xC2, 0xE2]

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    guard let number = Superscript(at: position, in: window) else { return position + 1 }
    if let label = FootnoteLabel(at: position, in: window) {
      edits.remove(label.range, by: Self.rule)
      return label.range.upperBound
    }
    var numbers = [number]
    while let next = next(after: numbers[numbers.count - 1].range.upperBound, in: window) { numbers.append(next) }
    let end = numbers[numbers.count - 1].range.upperBound
    guard numbers.allSatisfy(\.isNumber), let start = attachment(of: number, until: end, in: window) else { return end }
    edits.remove(start..<end, by: Self.rule)
    for number in numbers { edits.remember(marker: number.range, label: number.label) }
    return end
  }

  /// A further number behind a comma or space, as in `¹, ²`.
  private func next(after end: Int, in window: Window) -> Superscript? {
    var start = end
    if window.byte(start) == UInt8(ascii: ",") { start += 1 }
    if window.byte(start) == Byte.space { start += 1 }
    return start > end ? Superscript(at: start, in: window) : nil
  }

  /// Where the removal starts: at the marker, or at the space before it; nil where it is no marker.
  private func attachment(of number: Superscript, until end: Int, in window: Window) -> Int? {
    var start = number.range.lowerBound
    if window.byte(start - 1) == Byte.space { start -= 1 }
    let isDetached = start < number.range.lowerBound
    guard start > 0, window[start - 1] != Byte.lineFeed, !isContinued(end, in: window) else { return nil }
    if window.isWord(before: start) {
      guard !window.isWord(at: end), !isExponent(before: start, in: window) else { return nil }
      return start
    }
    let isOpening = [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "/"), Byte.space].contains(window[start - 1])
    guard !isOpening, !isDetached || !window.isWord(at: end) else { return nil }
    return start
  }

  /// Superscript signs and fraction slashes make the number part of a formula.
  private func isContinued(_ end: Int, in window: Window) -> Bool {
    window.byte(end) == 0xE2 && window.byte(end + 1) == 0x81
  }

  private func isExponent(before end: Int, in window: Window) -> Bool {
    var start = end
    while start > 0, end - start < 8, window.isWord(before: start) { start = window.characterStart(before: start) }
    let word = window.bytes[start..<end]
    if Byte.isDigit(window[end - 1]) { return !isYear(word) }
    return word.count == 1 || Self.units.contains(Array(word))
  }

  private func isYear(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = Array(word)
    return digits.count == 4 && digits.allSatisfy(Byte.isDigit)
      && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
  }

  private static let units = Set(
    [
      "km", "cm", "mm", "dm", "nm", "hm", "µm", "μm", "ft", "in", "yd", "mi", "sec", "foot", "feet", "inch", "м", "км",
      "см", "мм",
    ]
    .map { Array($0.utf8) })
}
