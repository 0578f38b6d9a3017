// What a header, label, caption or note says of the numbers it stands for: a unit of money, a scale, or that they are
// none.
import Model

enum UnitStatement {
  case nothing
  case money(UnitPhrase)
  /// "(in millions)": the currency stands elsewhere.
  case scale(UnitPhrase)
  /// Counts, percentages, years, ranks …
  case other
  /// Units of one currency for one of another.
  case rate

  enum Place {
    /// Names a column.
    case header
    /// Names a row.
    case label
    /// A line for the whole table.
    case caption
    /// A sentence that may be about something else.
    case remark
  }

  /// Reads one text; `phrases` are the tokens of all its phrases that state a unit.
  static func read(
    _ text: TableText, at place: Place, _ words: TableWords
  ) -> (statement: UnitStatement, phrases: [Range<Int>]) {
    var reader = UnitStatementReader(text: text, place: place, words: words)
    return (reader.read(), reader.phrases)
  }

  var phrase: UnitPhrase? {
    switch self {
    case .money(let phrase), .scale(let phrase): phrase
    case .nothing, .other, .rate: nil
    }
  }

  var isOther: Bool {
    switch self {
    case .other, .rate: true
    case .nothing, .money, .scale: false
    }
  }

  var isRate: Bool { if case .rate = self { true } else { false } }
}

private struct UnitStatementReader {
  let text: TableText
  let place: UnitStatement.Place
  let words: TableWords
  private var sentence: Sentence { text.sentence }
  private var money: UnitPhrase?
  private var scale: UnitPhrase?
  private var isRate = false
  private var isAmbiguous = false
  private(set) var phrases: [Range<Int>] = []

  init(text: TableText, place: UnitStatement.Place, words: TableWords) {
    self.text = text
    self.place = place
    self.words = words
  }

  mutating func read() -> UnitStatement {
    var index = 0
    while index < text.count {
      let word = words.phrase(at: index, in: sentence)
      if word.role.contains(.rate) { isRate = true }
      if let phrase = UnitPhrase.phrase(at: index, in: text, words) {
        take(phrase)
        index = phrase.tokens.upperBound
      } else {
        index = max(word.end, index + 1)
      }
    }
    if isRate, money?.scale == nil { return .rate }
    if let money, !isAmbiguous { return isPercentage ? .other : .money(money) }
    if isOther { return .other }
    guard let scale else { return .nothing }
    // A label or header with a scale of its own but no currency counts things.
    return place == .label ? .other : .scale(scale)
  }

  /// Takes a phrase for the unit, unless something beside it shows that it is none.
  private mutating func take(_ phrase: UnitPhrase) {
    var phrase = phrase
    if phrase.mark != nil, isRate(phrase) {
      isRate = true
      return
    }
    guard phrase.mark != nil || !sentence.isNumber(phrase.tokens.lowerBound - 1) else { return }
    if phrase.mark != nil { readUnitBehind(&phrase) }
    guard isBoundedLeft(phrase), isBoundedRight(phrase), place != .remark || isStated(phrase) else { return }
    phrases.append(phrase.tokens)
    guard let mark = phrase.mark else {
      scale = scale ?? phrase
      return
    }
    // "Ruble, dollar, euro": of two currencies neither is the unit.
    if let other = money?.mark, !other.agrees(with: mark, sentence.lexicon) { isAmbiguous = true }
    money = phrase
  }

  /// "rubles per US dollar", "TJS/USD", "1 EUR =": one currency in another.
  private func isRate(_ phrase: UnitPhrase) -> Bool {
    let (start, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
    if sentence.isMark(end, UInt8(ascii: "=")) { return true }
    let isSlash = sentence.isMark(end, UInt8(ascii: "/"))
    if isSlash || sentence.roles(end).contains(.per), !sentence.roles(end).contains(.article) {
      var next = end + 1
      if sentence.isNumber(next) { next += 1 }
      if UnitPhrase.currency(at: next, in: text, hasScale: false) != nil { return true }
    }
    if phrase.scale == nil, sentence.roles(start - 1).contains(.per), !sentence.roles(start - 1).contains(.article) {
      return true
    }
    if sentence.roles(start - 1).contains(.to), sentence.roles(start - 2).contains(.currency) { return true }
    return phrase.scale == nil && sentence.isNumber(start - 1) && !sentence.isYear(start - 1)
      && sentence.roles(start - 2).contains(.per)
  }

  /// A percent sign that belongs to no number: "% of total".
  private var isPercentage: Bool {
    sentence.tokens.indices.contains { index in
      sentence.isMark(index, UInt8(ascii: "%")) && !sentence.isNumber(index - 1)
    }
  }

  /// "US$ per tonne", "EUR/MWh": what each is paid for.
  private func readUnitBehind(_ phrase: inout UnitPhrase) {
    let end = phrase.tokens.upperBound
    guard !text.isBreak(end) else { return }
    if let unit = PerPhrase.unit(after: end, in: sentence) {
      phrase.per = unit
    } else if sentence.isMark(end, UInt8(ascii: "/")), let unit = text.word(end + 1) {
      phrase.per = unit
    }
  }

  private func isBoundedLeft(_ phrase: UnitPhrase) -> Bool {
    let before = phrase.tokens.lowerBound - 1
    if text.isBreak(before + 1) || text.isSeparator(before) { return true }
    let word = text.word(before)
    if word == "in" || words.role(at: before, in: sentence).contains(.statement) { return true }
    if place == .header {
      if sentence.isNumber(before) { return sentence.isYear(before) || phrase.scale != nil && phrase.mark == nil }
      return sentence.roles(before).isDisjoint(with: [.per, .and]) && phrase.mark != nil
    }
    if place == .caption, sentence.isYear(before) { return true }
    // "млн сомони" after "в", "тыс. руб." after anything in brackets.
    return sentence.roles(before).contains(.yearIn) && phrase.scale != nil
  }

  private func isBoundedRight(_ phrase: UnitPhrase) -> Bool {
    let end = phrase.tokens.upperBound
    if text.isBreak(end) || phrase.per != nil { return true }
    let token = sentence.tokens[end]
    switch token.kind {
    case .mark: return token.mark != UInt8(ascii: "%") && token.mark != UInt8(ascii: "&")
    case .sign, .outside: return false
    case .number:
      guard phrase.mark.map({ $0.form != .word }) ?? false || phrase.scale != nil else { return false }
      return sentence.isYear(end) || isFootnote(end)
    case .word:
      // A footnote's letter.
      if token.end - token.start == 1 { return place == .header || place == .label }
      let role = words.role(at: end, in: sentence)
      if !role.isDisjoint(with: [.bound, .year, .timely]) { return true }
      guard place == .header else { return false }
      if role.contains(.amount) { return true }
      // "USD loans", "Loans, million euros", but not "Dollar bonds", which may be counted.
      return sentence.roles(end).contains(.kind) && (phrase.scale != nil || phrase.mark?.form != .word)
    }
  }

  /// "Amounts are in US$ million", "Note: in thousands of euros": what leads to the unit states it and nothing else.
  private func isStated(_ phrase: UnitPhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    let first = sentence.tokens.indices[..<start].last { sentence.isMark($0, UInt8(ascii: ".")) }.map { $0 + 1 } ?? 0
    let lead = first..<start
    guard lead.count <= 12 else { return false }
    if lead.contains(where: { words.role(at: $0, in: sentence).contains(.statement) }) { return true }
    return lead.count <= 4
      && lead.allSatisfy { index in
        sentence.tokens[index].kind == .mark || ["in", "note", "notes", "all", "the"].contains(text.word(index))
      }
  }

  /// "US$ million 1/".
  private func isFootnote(_ index: Int) -> Bool {
    sentence.tokens[index].end - sentence.tokens[index].start <= 2
      && (sentence.isMark(index + 1, UInt8(ascii: "/")) || sentence.isMark(index + 1, UInt8(ascii: ")")))
  }

  private var isOther: Bool {
    if isPercentage { return true }
    switch place {
    case .caption, .remark: return false
    case .header:
      if words.role(at: 0, in: sentence).contains(.number) { return true }
      if isCountedAtEnd { return true }
      let roles = sentence.tokens.indices.map { isOfYear($0) ? [] : words.role(at: $0, in: sentence) }
      let isMoney = sentence.tokens.indices.contains { index in
        sentence.roles(index).contains(.kind) || roles[index].contains(.amount)
      }
      return !isMoney && (roles.contains { $0.contains(.count) } || sentence.isMark(0, UInt8(ascii: "#")))
    case .label: return isCountedRow
    }
  }

  /// "Loan term", "Budget year", "Loan no.", but not "Spending on schools": the last word is what is meant.
  private var isCountedAtEnd: Bool {
    guard
      let last = sentence.tokens.indices.last(where: { sentence.isWord($0) && !sentence.roles($0).contains(.month) }),
      words.role(at: last, in: sentence).contains(.count), !isOfYear(last)
    else { return false }
    return !(0..<last).contains { index in
      !sentence.roles(index).isDisjoint(with: [.of, .follower, .per, .and]) || text.isSeparator(index)
    }
  }

  /// "Fiscal year 2009": the word belongs to the year that names the column.
  private func isOfYear(_ index: Int) -> Bool {
    words.role(at: index, in: sentence).contains(.year)
      && sentence.tokens.indices.contains { TableYears.years(at: $0, in: sentence, words) != nil }
  }

  /// "Number of loans", "Population", "Roads (km)", "Passengers, million", "Interest rate".
  private var isCountedRow: Bool {
    let first = words.phrase(at: 0, in: sentence)
    if first.role.contains(.number) { return true }
    if first.role.contains(.tally), text.isSeparator(first.end) || text.isBreak(first.end) { return true }
    guard let tail else {
      return words.role(at: text.count - 1, in: sentence).contains(.count) && sentence.count > 1
        && !sentence.roles(text.count - 2).contains(.kind) && text.word(text.count - 1)?.hasSuffix("rate") == true
    }
    let role = words.role(at: tail, in: sentence)
    return role.contains(.count) || sentence.roles(tail).contains(.scale)
  }

  /// The token behind the last comma or opening bracket.
  private var tail: Int? {
    sentence.tokens.indices.last { index in
      index + 1 < text.count && (sentence.isMark(index, UInt8(ascii: ",")) || text.isOpening(index))
    }.map { $0 + 1 }
  }
}
