// Which dollar, pound or rupee: the choice among the currencies the words allow, and what it rests on.
import Model

/// Made for one document and used by one thread: it remembers its choices.
final class CurrencyChoice {
  private let lexicon: Lexicon
  private let table: CurrencyTable
  /// ISO 3166 alpha-3 of the country the source writes from.
  private let country: String?
  /// The year that tells which of two currencies with one name was in force.
  private let documentYear: Int?
  @exclusivity(unchecked) private var made: [(key: Key, choice: Choice?)] = []

  private struct Key: Equatable {
    let word: Int32
    let adjective: Int32
    let repeated: Int32
    let year: Int?
  }

  init(lexicon: Lexicon, table: CurrencyTable, country: String?, documentYear: Int?) {
    self.lexicon = lexicon
    self.table = table
    self.country = country
    self.documentYear = documentYear
  }

  struct Choice: Equatable {
    /// Nil where several are as likely and nothing tells.
    var code: Currency.Code?
    var basis: Mention.CurrencyBasis?
    /// Everything the words allow, the chosen one first; empty where there was no choice.
    var candidates: [Currency.Code]
  }

  /// The currency of a mark: by its own words, by its adjective, by the country, else the usual one.
  func choice(_ mark: CurrencyMark, year: Int?) -> Choice? {
    if mark.isPlain, let only = lexicon.currencyWords[Int(mark.word)].only {
      return Choice(code: only, basis: .explicit, candidates: [])
    }
    let key = Key(word: mark.word, adjective: mark.adjective, repeated: mark.repeated, year: year)
    for place in made.indices where made[place].key == key { return made[place].choice }
    let choice = decide(mark, year: year)
    if made.count < 64 { made.append((key, choice)) }
    return choice
  }

  private func decide(_ mark: CurrencyMark, year: Int?) -> Choice? {
    let allowed = mark.candidates(lexicon)
    guard let usual = allowed.first else { return nil }
    if allowed.count == 1 {
      return Choice(code: usual, basis: mark.isFixedByAdjective(lexicon) ? .adjective : .explicit, candidates: [])
    }
    let inForce = inForce(allowed, year: year ?? documentYear)
    let adjectival: Mention.CurrencyBasis? = mark.isFixedByAdjective(lexicon) ? .adjective : nil
    func chosen(_ code: Currency.Code, _ basis: Mention.CurrencyBasis) -> Choice {
      Choice(code: code, basis: adjectival ?? basis, candidates: inForce.count > 1 ? reordered(inForce, code) : [])
    }
    if year == nil, isPastUsual(usual, inForce) {
      return Choice(code: usual, basis: adjectival ?? .default, candidates: [usual] + inForce)
    }
    if let older = predecessor(of: usual, in: inForce) { return chosen(older, .default) }
    if inForce.count == 1 { return chosen(inForce[0], .explicit) }
    if let country, let local = inForce.first(where: { isAt($0, country) }) {
      return chosen(local, .source)
    }
    guard adjectival != nil || isUsual(inForce[0], in: inForce) else {
      return Choice(code: nil, basis: nil, candidates: inForce)
    }
    return chosen(inForce[0], .default)
  }

  /// Whether a withdrawn currency is still the one usually meant where no year is given: "12 million marks" are German
  /// ones, as long as those in force are of other countries.
  private func isPastUsual(_ usual: Currency.Code, _ inForce: [Currency.Code]) -> Bool {
    guard !inForce.contains(usual), !(country.map { here in inForce.contains { isAt($0, here) } } ?? false) else {
      return false
    }
    return inForce.allSatisfy { table.isUsual(usual, beside: $0) && !table.shareArea(usual, $0) }
  }

  private func isAt(_ code: Currency.Code, _ country: String) -> Bool { table[code]?.areas.contains(country) == true }

  /// Whether a currency is the one usually meant; a predecessor of its own country is no rival, the years tell them
  /// apart.
  private func isUsual(_ code: Currency.Code, in codes: [Currency.Code]) -> Bool {
    table.isUsual(code, among: codes)
      || codes.allSatisfy {
        $0 == code || table.isUsual(code, beside: $0) || table.shareArea(code, $0)
      }
  }

  /// Old and new currencies of one name are told apart by the year; without one, today's.
  private func inForce(_ codes: [Currency.Code], year: Int?) -> [Currency.Code] {
    let found = table.inForce(codes, year: year)
    return found.isEmpty ? codes : found
  }

  /// Where the usual currency was not in force, the one of its own country that was.
  private func predecessor(of usual: Currency.Code, in codes: [Currency.Code]) -> Currency.Code? {
    codes.contains(usual) ? nil : codes.first { table.shareArea(usual, $0) }
  }

  private func reordered(_ codes: [Currency.Code], _ first: Currency.Code) -> [Currency.Code] {
    codes.first == first ? codes : [first] + codes.filter { $0 != first }
  }
}
