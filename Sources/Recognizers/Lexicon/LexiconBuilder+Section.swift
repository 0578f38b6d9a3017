// The language files: sections of `value: form, form` lines, read into a lexicon.
import Model

extension LexiconBuilder {
  /// A line that cannot be read.
  private struct SourceError: Error {
    let description: String
  }

  /// Reads one language file; a line that cannot be read is left out and noted in `faults`, which a test holds empty.
  mutating func read(_ source: [UInt8], named name: String) {
    LexiconLines.each(of: source, named: name) { line in
      do throws(SourceError) {
        try add(line.forms, value: line.value, to: line.section, where: line.place)
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
      if Self.numberRoles.contains(role) { numberWords += forms }
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

  /// What a number in words can begin with.
  private static let numberRoles: Roles = [.unit, .tens, .multiplier, .magnitude, .fraction, .collective]

  private static let valuedSections: [String: Roles] = [
    "units": .unit, "tens": .tens, "multipliers": .multiplier, "scales": .scale,
    "scale-abbreviations": .scaleAbbreviation, "magnitudes": .magnitude, "fractions": .fraction,
    "ordinal-parts": .ordinalPart, "collectives": .collective, "months": .month, "negatives": .negative,
    "pence-words": .penceWord, "old-coins": .oldCoin,
  ]
}
