// One place in one document that states an amount of money, as the recognizers read it.

public struct Mention: Sendable, Hashable {
  /// Where the currency was read.
  package enum CurrencyEvidence: String, Sendable, CaseIterable { case symbol, code, word, elided, table }

  /// What the choice of the currency rests on.
  package enum CurrencyBasis: String, Sendable, CaseIterable {
    case explicit, adjective, neighbour, document, source, `default`, table
  }

  /// What the prices are in.
  package enum PriceBasis: String, Sendable, CaseIterable { case nominal, unknown }

  /// What the years of the money rest on: the sentence, the one before ("that year"), the document's date ("last year").
  package enum YearBasis: String, Sendable, CaseIterable { case stated, antecedent, document }

  /// What has become of the money.
  package enum FlowStatus: String, Sendable, CaseIterable {
    case pledged, committed, disbursed, planned, demanded, cancelled, unknown
  }

  /// What the money is in the world.
  package enum Kind: String, Sendable, CaseIterable {
    case aid, grant, loan, debt, debtRelief = "debt_relief", investment, cost, price, budget, gdp, trade, rent, revenue,
      other
  }

  /// A state or institution, by its English name, with ISO 3166 alpha-3 where it is a state.
  package struct Party: Sendable, Hashable {
    package var name: String
    package var iso3: String?
    package var agency: String?

    package init(name: String, iso3: String? = nil, agency: String? = nil) {
      self.name = name
      self.iso3 = iso3
      self.agency = agency
    }
  }

  /// For an amount in a cell of a table: what the table adds to it.
  package struct TableCell: Sendable, Hashable {
    /// What it is to a sum over its table.
    package enum Share: String, Sendable, CaseIterable {
      case entry
      /// The sum of others.
      case total
      /// Contained in the row above: "of which".
      case part
    }

    /// Where its table begins in the normalized text; tells tables apart.
    package var table: Int
    /// Bytes of the header, label, caption or note its currency or scale was read from; nil where the cell says all.
    package var unit: Range<Int>?
    package var share: Share

    package init(table: Int, unit: Range<Int>?, share: Share) {
      self.table = table
      self.unit = unit
      self.share = share
    }
  }

  /// Bytes of the normalized text that state the amount: number and currency, without hedge or per-phrase.
  package var span: Range<Int>
  package var surface: String
  package var sentence: String
  /// Where the sentence stands in the normalized text.
  package var sentenceSpan: Range<Int>
  package var region: Region.Role
  package var amount: Amount
  package var qualifier: Qualifier
  /// Nil where the text gives none; never guessed without a basis.
  package var currency: Currency.Code?
  package var currencyEvidence: CurrencyEvidence
  package var currencyBasis: CurrencyBasis?
  /// Every currency the words allow, the chosen one first; empty where there was no choice.
  package var currencyCandidates: [Currency.Code]
  /// `year`, `month`, `barrel` …: what the amount is paid for each of.
  package var per: String?
  package var priceBasis: PriceBasis
  /// Years the sentence gives for the money.
  package var yearStart: Int?
  package var yearEnd: Int?
  /// Means something only where there is a year.
  package var yearBasis: YearBasis
  package var payer: Party?
  package var payee: Party?
  package var kind: Kind?
  package var flowStatus: FlowStatus
  /// Content words near the amount: what it is for.
  package var about: String
  package var rule: RuleID
  package var cell: TableCell?

  package init(
    span: Range<Int>, surface: String, sentence: String, sentenceSpan: Range<Int>, region: Region.Role, amount: Amount,
    qualifier: Qualifier, currency: Currency.Code?, currencyEvidence: CurrencyEvidence, currencyBasis: CurrencyBasis?,
    currencyCandidates: [Currency.Code] = [], per: String? = nil, priceBasis: PriceBasis = .nominal,
    yearStart: Int? = nil, yearEnd: Int? = nil, yearBasis: YearBasis = .stated, payer: Party? = nil,
    payee: Party? = nil,
    kind: Kind? = nil, flowStatus: FlowStatus = .unknown, about: String = "", rule: RuleID, cell: TableCell? = nil
  ) {
    self.span = span
    self.surface = surface
    self.sentence = sentence
    self.sentenceSpan = sentenceSpan
    self.region = region
    self.amount = amount
    self.qualifier = qualifier
    self.currency = currency
    self.currencyEvidence = currencyEvidence
    self.currencyBasis = currencyBasis
    self.currencyCandidates = currencyCandidates
    self.per = per
    self.priceBasis = priceBasis
    self.yearStart = yearStart
    self.yearEnd = yearEnd
    self.yearBasis = yearBasis
    self.payer = payer
    self.payee = payee
    self.kind = kind
    self.flowStatus = flowStatus
    self.about = about
    self.rule = rule
    self.cell = cell
  }
}

extension Mention.TableCell {
  /// Whether two mentions cannot be of one thing, because they are cells of one table, or of two tables that describe
  /// them with other words.
  package static func tellApart(
    _ left: Mention.TableCell?, _ leftAbout: AboutWords, _ right: Mention.TableCell?, _ rightAbout: AboutWords
  ) -> Bool {
    guard let left, let right else { return false }
    return left.table == right.table || leftAbout != rightAbout
  }
}
