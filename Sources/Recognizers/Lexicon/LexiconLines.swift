// The language files, line by line: sections of `value: form, form`.

/// Forms are separated by commas; `рубл(ь|я|ей)` stands for its three forms; `#` begins a comment.
enum LexiconLines {
  struct Line {
    var section: String
    /// Empty where the line begins with its colon.
    var value: String
    var forms: [String]
    /// `en.lexicon:12`.
    var place: String
  }

  /// Calls `body` with every line that holds forms, in order.
  static func each(of source: String, named name: String, _ body: (Line) -> Void) {
    var section = ""
    for (number, rawLine) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(rawLine.prefix { $0 != "#" })
      guard !line.isEmpty else { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count == 2 ? String(trimmed(parts[0])) : ""
      let spelled = trimmed(parts[parts.count - 1]).split(separator: ",").flatMap { forms(trimmed($0)) }
      body(Line(section: section, value: value, forms: spelled, place: "\(name):\(number + 1)"))
    }
  }

  /// Spells out the alternatives of `stem(a|b|)`, every group of them.
  static func forms(_ text: Substring) -> [String] {
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close else {
      return [String(text)]
    }
    let endings = text[text.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    return endings.flatMap { forms(text[..<open] + $0 + text[text.index(after: close)...]) }
  }

  private static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
