// What a header or label names, and what its words tell of the money: kind, status, what each amount is paid for.
import Model

struct TableName {
  /// Without the unit and the marks of footnotes; words parted by single spaces.
  var name: String
  var kind: Mention.Kind?
  var status: Mention.FlowStatus
  var per: String?
  /// Paid for one of many, so that the scale of the whole table is not meant.
  var isEach: Bool
  var isTotal: Bool
  var isPart: Bool
  /// Prices of another year than that of the money.
  var isConstant: Bool

  static let none = TableName(
    name: "", kind: nil, status: .unknown, per: nil, isEach: false, isTotal: false, isPart: false, isConstant: false)

  private init(
    name: String, kind: Mention.Kind?, status: Mention.FlowStatus, per: String?, isEach: Bool, isTotal: Bool,
    isPart: Bool, isConstant: Bool
  ) {
    self.name = name
    self.kind = kind
    self.status = status
    self.per = per
    self.isEach = isEach
    self.isTotal = isTotal
    self.isPart = isPart
    self.isConstant = isConstant
  }

  init(_ text: TableText, unit: Range<Int>?, _ words: TableWords) {
    let sentence = text.sentence
    let cut = unit.map { Self.widened($0, in: text) } ?? 0..<0
    name = Self.joined(text, without: cut)
    kind = sentence.tokens.indices.lazy.compactMap { sentence.phrase(at: $0, .kind)?.lexeme.kind }.first
    status =
      sentence.tokens.indices.lazy.compactMap { sentence.phrase(at: $0, .status)?.lexeme.status }.first ?? .unknown
    per =
      sentence.tokens.indices.lazy.filter { text.word($0) == "per" }
      .compactMap { PerPhrase.unit(after: $0, in: sentence) }.first
    isEach = sentence.tokens.indices.contains { words.role(at: $0, in: sentence).contains(.each) }
    isConstant = sentence.tokens.indices.contains { words.role(at: $0, in: sentence).contains(.constant) }
    let rest = sentence.tokens.indices.filter { !cut.contains($0) }
    (isTotal, isPart) = Self.share(rest, in: text, words)
  }

  /// A total by its first word or its last ("Defence, total"), or by "all" before a plural.
  private static func share(
    _ rest: [Int], in text: TableText, _ words: TableWords
  ) -> (isTotal: Bool, isPart: Bool) {
    let sentence = text.sentence
    guard let first = rest.first(where: { sentence.tokens[$0].kind == .word }),
      let last = rest.last(where: { sentence.tokens[$0].kind == .word })
    else { return (false, false) }
    let opening = words.role(at: first, in: sentence)
    if opening.contains(.part) { return (false, true) }
    if opening.contains(.total) || words.role(at: last, in: sentence).contains(.total) { return (true, false) }
    let isAll =
      text.word(first) == "all" && (1...2).contains(last - first) && last < sentence.count
      && !sentence.tokens[last].isCapitalized && text.word(last)?.hasSuffix("s") == true
      && text.word(last)?.hasPrefix("other") == false
    return (isAll, false)
  }

  /// The tokens of a unit with the brackets, the comma or the "in" that sets it off.
  private static func widened(_ unit: Range<Int>, in text: TableText) -> Range<Int> {
    var (start, end) = (unit.lowerBound, unit.upperBound)
    if text.word(start - 1) == "in" { start -= 1 }
    if text.isSeparator(start - 1), !text.isClosing(start - 1) {
      start -= 1
      if text.isOpening(start) {
        while end < text.count, !text.isClosing(end) { end += 1 }
        end = min(end + 1, text.count)
      }
    }
    return start..<end
  }

  private static func joined(_ text: TableText, without cut: Range<Int>) -> String {
    let tokens = text.sentence.tokens
    var kept = tokens.indices.filter { !cut.contains($0) }
    kept.removeLast(marks(behind: kept, in: text.sentence))
    var name = ""
    for index in kept {
      if !name.isEmpty, tokens[index].isSpaced { name += " " }
      name += text.sentence.string(index)
    }
    return name
  }

  /// How many of the last tokens are marks of footnotes or lead to what follows: "1/", "*", "¹", ":".
  private static func marks(behind kept: [Int], in sentence: Sentence) -> Int {
    var count = kept.count
    // Dots that lead to the number.
    if count > 2, sentence.isMark(kept[count - 1], UInt8(ascii: ".")),
      sentence.isMark(kept[count - 2], UInt8(ascii: "."))
    {
      while count > 1, sentence.isMark(kept[count - 1], UInt8(ascii: ".")) { count -= 1 }
    }
    while count > 1 {
      let last = kept[count - 1]
      guard sentence.tokens[last].kind == .mark else { break }
      switch sentence.tokens[last].mark {
      case UInt8(ascii: "*"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "("), Token.Mark.superscript:
        count -= 1
      case UInt8(ascii: "/"):
        let before = sentence.tokens[kept[count - 2]]
        guard before.end - before.start <= 2 else { return kept.count - count }
        count -= 2
      default: return kept.count - count
      }
    }
    return kept.count - count
  }
}
