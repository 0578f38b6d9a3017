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
  static func each(of source: [UInt8], named name: String, _ body: (Line) -> Void) {
    var section = ""
    var number = 0
    for rawLine in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = trimmed(rawLine.prefix { $0 != UInt8(ascii: "#") })
      guard let first = line.first, let last = line.last else { continue }
      if first == UInt8(ascii: "["), last == UInt8(ascii: "]") {
        section = string(line.dropFirst().dropLast())
        continue
      }
      let colon = line.firstIndex(of: UInt8(ascii: ":"))
      let value = colon.map { string(trimmed(line[..<$0])) } ?? ""
      var spelled: [String] = []
      for form in line[(colon.map { $0 + 1 } ?? line.startIndex)...].split(separator: UInt8(ascii: ",")) {
        spell(trimmed(form), into: &spelled)
      }
      body(Line(section: section, value: value, forms: spelled, place: "\(name):\(number)"))
    }
  }

  /// Spells out the alternatives of `stem(a|b|)`, every group of them.
  static func forms(_ text: Substring) -> [String] {
    var spelled: [String] = []
    spell(Array(text.utf8)[...], into: &spelled)
    return spelled
  }

  private static func spell(_ form: ArraySlice<UInt8>, into spelled: inout [String]) {
    guard let open = form.firstIndex(of: UInt8(ascii: "(")), let close = form.firstIndex(of: UInt8(ascii: ")")),
      open < close
    else { return spelled.append(string(form)) }
    for ending in form[(open + 1)..<close].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
      spell(form[..<open] + ending + form[(close + 1)...], into: &spelled)
    }
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0D { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
    return bytes
  }
}
