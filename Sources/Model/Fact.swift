// Mentions of the same thing, seen as one, with their evidence; and amounts converted with a named rate.

/// An amount in the reporting currency, and in constant prices, with what it rests on.
public struct Conversion: Sendable, Hashable {
  /// What decided the year of the rate.
  package enum PeriodBasis: String, Sendable, CaseIterable {
    case stated, antecedent, documentPrinted = "document_printed", documentInferred = "document_inferred",
      sourceMetadata = "source_metadata"
  }

  package var lower: ExactDecimal?
  package var upper: ExactDecimal?
  package var currency: Currency.Code
  /// Units of the mention's currency for one unit of the reporting currency, as divided for display.
  package var rate: ExactDecimal
  /// EDTF year the rate is the average of.
  package var ratePeriod: Int
  package var rateSource: String
  package var periodBasis: PeriodBasis
  package var constantLower: ExactDecimal?
  package var constantUpper: ExactDecimal?
  package var constantBaseYear: Int?
  package var deflator: ExactDecimal?

  package init(
    lower: ExactDecimal?, upper: ExactDecimal?, currency: Currency.Code, rate: ExactDecimal, ratePeriod: Int,
    rateSource: String, periodBasis: PeriodBasis, constantLower: ExactDecimal? = nil,
    constantUpper: ExactDecimal? = nil, constantBaseYear: Int? = nil, deflator: ExactDecimal? = nil
  ) {
    self.lower = lower
    self.upper = upper
    self.currency = currency
    self.rate = rate
    self.ratePeriod = ratePeriod
    self.rateSource = rateSource
    self.periodBasis = periodBasis
    self.constantLower = constantLower
    self.constantUpper = constantUpper
    self.constantBaseYear = constantBaseYear
    self.deflator = deflator
  }
}

/// A mention with its identity, its place in the file and, once known, its conversion.
///
/// Public, as are the types it lends, because only what is public can be inlined in other modules; a mention counts some
/// twenty references when it is copied, and every stage looks at it.
public struct IdentifiedMention: Sendable, Hashable {
  package var id: String
  package var documentID: String
  @inlinable public var mention: Mention {
    _read { yield sharedMention.value }
    set { sharedMention = Shared(newValue) }
  }
  /// Bytes of the file, in reading order.
  package var sourceRanges: [Range<Int>]
  /// For a cell of a table: bytes of the file its unit was read from, apart from its own.
  package var unitRanges: [Range<Int>]
  /// 1-based line of the file the mention begins on.
  package var line: Int
  @inlinable public var conversion: Conversion? {
    _read { yield sharedConversion.value }
    set { sharedConversion = newValue.map { Shared($0) } ?? Self.unconverted }
  }

  // A document may have half a million mentions, and reconcile keeps several lists of them.
  @usableFromInline var sharedMention: Shared<Mention>
  @usableFromInline var sharedConversion: Shared<Conversion?>
  @usableFromInline static let unconverted = Shared<Conversion?>(nil)

  package init(
    id: String, documentID: String, mention: Mention, sourceRanges: [Range<Int>],
    unitRanges: [Range<Int>] = [], line: Int, conversion: Conversion? = nil
  ) {
    self.id = id
    self.documentID = documentID
    sharedMention = Shared(mention)
    self.sourceRanges = sourceRanges
    self.unitRanges = unitRanges
    self.line = line
    sharedConversion = conversion.map { Shared($0) } ?? Self.unconverted
  }
}

package struct Fact: Sendable, Hashable {
  package enum Agreement: String, Sendable, CaseIterable { case single, agree, compatible, conflict }

  package var id: String
  package var agreement: Agreement
  package var representative: IdentifiedMention
  package var members: [IdentifiedMention]

  package init(id: String, agreement: Agreement, representative: IdentifiedMention, members: [IdentifiedMention]) {
    self.id = id
    self.agreement = agreement
    self.representative = representative
    self.members = members
  }
}
