// Reads the examples that the rules of reconciling carry, and writes what the reconciler makes of them.
import Model
import Testing

@testable import Reconcilers

/// `45.96 KGS per USD in 2010`, `index USA 80 in 2010` … beside the amount `500 KGS in 2010` that is to be converted.
struct ConversionExample {
  private var amount: (value: ExactDecimal, currency: Currency.Code, year: Int)?
  private var rates: [Rate] = []
  private var deflators: [Deflator] = []
  private var redenominations: [Redenomination] = []
  private var currencies: [Currency] = [Currency(code: "USD", name: "US dollar", minorUnits: 2, areas: ["USA"])]
  private var baseYear: Int?
  private var target: Currency.Code = "USD"

  init(_ text: String) throws {
    for clause in text.split(separator: ";") { try read(clause.split(separator: " ").map(String.init)) }
  }

  private mutating func read(_ words: [String]) throws {
    func number(_ place: Int) throws -> ExactDecimal { try #require(ExactDecimal(words[place]), "\(words)") }
    func code(_ place: Int) throws -> Currency.Code { try #require(Currency.Code(words[place]), "\(words)") }
    func year(_ place: Int) throws -> Int { try #require(Int(words[place]), "\(words)") }
    if words.first == "to" {
      target = try code(1)
    } else if words.first == "prices" {
      baseYear = try year(2)
    } else if words.first == "index" {
      deflators.append(Deflator(area: words[1], year: try year(4), index: try number(2), source: "index"))
    } else if words.contains("=") {
      redenominations.append(
        Redenomination(
          from: try code(1), to: try code(4), factor: try number(0),
          date: try #require(PartialDate(edtf: words[6])), source: "law"))
    } else if words.contains("per") {
      rates.append(Rate(currency: try code(1), year: try year(5), unitsPerDollar: try number(0), source: "bank"))
    } else if words.dropFirst().first == "from" {
      currencies.removeAll { $0.code.description == words[0] }
      currencies.append(
        Currency(code: try code(0), name: words[0], minorUnits: 2, validFrom: PartialDate(year: try year(2))))
    } else {
      amount = (try number(0), try code(1), try year(3))
    }
  }

  /// `21758.05 USD, 27197.56 USD of 2017`; nil where nothing was converted.
  func outcome() throws -> String? {
    let amount = try #require(amount)
    let reconciler = Reconciler(
      reportingCurrency: target, constantBaseYear: baseYear,
      reference: ReferenceData(rates: rates, deflators: deflators, redenominations: redenominations),
      currencies: CurrencyTable(currencies), rules: RuleChoices())
    let mention = IdentifiedMention.sample(
      "m1-a", amount.value, amount.value, amount.currency, years: amount.year...amount.year)
    var mentions = [mention]
    var known = KnownRates()
    reconciler.convert(&mentions, date: nil, dateBasis: nil, known: &known)
    guard let conversion = mentions.first?.conversion, let value = conversion.lower else { return nil }
    guard let constant = conversion.constantLower, let base = conversion.constantBaseYear else {
      return "\(value) \(conversion.currency)"
    }
    return "\(value) \(conversion.currency), \(constant) \(conversion.currency) of \(base)"
  }
}

/// `31000000 USD runway | more_than 30000000 USD runway`: statements in the order of a text; `+` joins those of one
/// fact.
enum StatementExample {
  static func outcome(_ text: String) throws -> String {
    let statements = text.split(separator: " | ").map(String.init)
    let mentions = try statements.enumerated().map { try mention($1, at: $0) }
    let reconciler = Reconciler(
      reportingCurrency: "USD", constantBaseYear: nil, reference: ReferenceData(), currencies: .sample,
      rules: RuleChoices())
    let facts = reconciler.facts(of: mentions, identify: { "f" + $0 }).facts
    return facts.map { fact in
      fact.members.map { statements[$0.mention.span.lowerBound] }.joined(separator: " + ")
    }.joined(separator: " | ")
  }

  private static func mention(_ statement: String, at position: Int) throws -> IdentifiedMention {
    var words = statement.split(separator: " ").map(String.init)[...]
    var qualifier = Qualifier.exact
    if let named = words.first.flatMap(Qualifier.init(rawValue:)) {
      qualifier = named
      words.removeFirst()
    }
    let bounds = try words.removeFirst().split(separator: "..").map { try #require(ExactDecimal($0), "\(statement)") }
    let currency = try #require(Currency.Code(words.removeFirst()))
    var years: ClosedRange<Int>?
    if words.first == "in", let year = Int(words.dropFirst().first ?? "") {
      years = year...year
      words = words.dropFirst(2)
    }
    let isOpen = qualifier == .moreThan || qualifier == .atLeast
    return .sample(
      "m1-\(position)", at: position, bounds.first, isOpen ? nil : bounds.last, currency, qualifier: qualifier,
      about: words.joined(separator: " "), years: years)
  }
}
