// The language files: sections of `value: form, form` lines, read into a lexicon.
import Model

extension LexiconBuilder {
  /// A line that cannot be read.
  private struct SourceError: Error {
    let description: String
  }

  /// Reads one language file; a line that cannot be read is left out and noted in `faults`, which a test holds empty. Forms are separated by commas; `рубл(ь|я|ей)` stands for its three forms;
  /// `#` begins a comment.
  mutating func read(_ source: String, named name: String) {
    var section = ""
    for (number, rawLine) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = Self.trimmed(rawLine.prefix { $0 != "#" })
      guard !line.isEmpty else { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count == 2 ? String(Self.trimmed(parts[0])) : ""
      let forms = Self.trimmed(parts[parts.count - 1]).split(separator: ",").flatMap { Self.forms(Self.trimmed($0)) }
      do throws(SourceError) {
        try add(forms, value: value, to: section, where: "\(name):\(number + 1)")
      } catch {
        faults.append(error.description)
      }
    }
  }

  /// Adds the forms of one line.
  private mutating func add(
    _ forms: [String], value: String, to section: String, where place: String
  ) throws(SourceError) {
    if let role = Self.plainSections[section] {
      return mark(forms, as: role)
    }
    if let role = Self.valuedSections[section] {
      guard let number = Int64(value) else { throw SourceError(description: "\(place): \(value) is not a number") }
      mark(forms, as: role) { $0.value = number }
      for form in forms {
        if role == .magnitude || role == .scale, number >= 1_000_000 { addAnchor(form) }
        // "12s 6d" has no other word of money.
        if role == .oldCoin, form == "d" { addAnchor(form) }
      }
      return
    }
    try addNamed(forms, value: value, to: section, where: place)
  }

  private mutating func addNamed(
    _ forms: [String], value: String, to section: String, where place: String
  ) throws(SourceError) {
    switch section {
    case "hedges", "hedges-after":
      let qualifier: Qualifier = try Self.word(value, "a qualifier", place)
      mark(forms, as: section == "hedges" ? .hedge : .hedgeAfter) { $0.qualifier = qualifier }
    case "per-units", "per-adverbs":
      let name = name(value)
      mark(forms, as: section == "per-units" ? .perUnit : .perAdverb) { $0.name = name }
    case "kinds":
      let kind: Mention.Kind = try Self.word(value, "a kind", place)
      mark(forms, as: .kind) { $0.kind = kind }
    case "statuses":
      let status: Mention.FlowStatus = try Self.word(value, "a flow status", place)
      mark(forms, as: .status) { $0.status = status }
    case "currencies": try addCurrencies(forms, value: value, where: place)
    case "metals": forms.forEach { addPlainAdjective($0) }
    case "adjectives": try addAdjectives(forms, value: value, where: place)
    default: throw SourceError(description: "\(place): unknown section [\(section)]")
    }
  }

  /// Gives every form a role and what goes with it.
  private mutating func mark(_ forms: [String], as role: Roles, _ change: (inout Lexeme) -> Void = { _ in }) {
    for form in forms {
      edit(form) {
        $0.roles.insert(role)
        change(&$0)
      }
    }
  }

  private static func word<Word: RawRepresentable<String>>(
    _ value: String, _ what: String, _ place: String
  ) throws(SourceError) -> Word {
    guard let word = Word(rawValue: value) else { throw SourceError(description: "\(place): \(value) is not \(what)") }
    return word
  }

  /// `RUB: рубл(ь|я|ей)`, `RUB/2: копе(йка|ек)`, `USD,AUD: доллар(|а|ов)`.
  private mutating func addCurrencies(_ forms: [String], value: String, where place: String) throws(SourceError) {
    let parts = value.split(separator: "/")
    let codes = parts[0].split(separator: " ").compactMap { Currency.Code($0) }
    guard !codes.isEmpty, let power = parts.count > 1 ? Int(parts[1]) : 0 else {
      throw SourceError(description: "\(place): \(value) is not CODE or CODE/power")
    }
    for form in forms { addCurrency(form, CurrencyWord(candidates: codes, form: .word, divisorPower: power)) }
  }

  private mutating func addAdjectives(_ forms: [String], value: String, where place: String) throws(SourceError) {
    guard let code = Currency.Code(value) else { throw SourceError(description: "\(place): \(value) is not a code") }
    for form in forms { addAdjective(form, code) }
  }

  private static let plainSections: [String: Roles] = [
    "articles": .article, "and": .and, "of": .of, "point": .point, "to": .to, "between": .between, "from": .from,
    "movement": .movement, "per": .per, "further": .further, "followers": .follower, "stop": .stop,
    "abbreviations": .abbreviation, "year-start": .yearStart, "year-end": .yearEnd, "year-in": .yearIn,
    "money-verbs": .moneyVerb, "weight": .weight, "year-units": .yearUnit, "fillers": .filler,
    "clause-breaks": .clauseBreak, "that-year": .thatYear, "or": .or, "time-fillers": .timeFiller,
    "time-order": .timeOrder, "vague": .vague,
    "prefixed": .prefixed, "counted": .counted, "money-nouns": .moneyNoun, "labels": .label, "copulas": .copula,
    "denials": .denial, "price-words": .priceWord,
    "rivals": .rival, "shifts": .shift, "idioms": .idiom, "price-years": .priceYear, "captions": .caption,
    "possessives": .possessive,
  ]

  private static let valuedSections: [String: Roles] = [
    "units": .unit, "tens": .tens, "multipliers": .multiplier, "scales": .scale,
    "scale-abbreviations": .scaleAbbreviation, "magnitudes": .magnitude, "fractions": .fraction,
    "ordinal-parts": .ordinalPart, "collectives": .collective, "months": .month, "negatives": .negative,
    "pence-words": .penceWord, "old-coins": .oldCoin,
  ]

  /// Spells out the alternatives of `stem(a|b|)`, one group at most.
  static func forms(_ text: Substring) -> [String] {
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")") else { return [String(text)] }
    let endings = text[text.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    return endings.map { String(text[..<open] + $0 + text[text.index(after: close)...]) }
  }

  static func trimmed(_ text: some StringProtocol) -> Substring {
    var text = Substring(text)
    while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
