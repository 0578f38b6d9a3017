// Every published table, in publishing order.

package enum Schema {
  package static let tables: [Table] = [documents, mentions, facts, evidence, quantities, findings]

  /// Version of the tables' shape; raised when a column changes its meaning or goes.
  package static let version = "1"

  static let qualifiers = Qualifier.allCases.map(\.rawValue)
  static let kinds = Mention.Kind.allCases.map(\.rawValue)
  static let flowStatuses = Mention.FlowStatus.allCases.map(\.rawValue)
  static let periodBases = Conversion.PeriodBasis.allCases.map(\.rawValue)

  /// The columns that tell who paid whom.
  static let parties: [Field] = ["payer", "payee"].flatMap { role in
    [
      Field(role, .text, "State or institution that is the \(role), by its short English name"),
      Field("\(role)_iso3", .text, "ISO 3166 alpha-3 code of the \(role), where it is a state"),
      Field("\(role)_agency", .text, "Ministry or body of the \(role) that is named"),
    ]
  }

  /// The columns of an amount in the reporting currency and in constant prices.
  package static let converted: [Field] = [
    Field(
      "converted_lower", .decimal, unit: "converted_currency",
      "amount_lower in the reporting currency, rounded half-even once to its minor unit"),
    Field("converted_upper", .decimal, unit: "converted_currency", "amount_upper in the reporting currency"),
    Field("converted_currency", .currency, "Reporting currency, ISO 4217; empty where nothing was converted"),
    Field(
      "rate", .decimal, unit: "currency per converted_currency",
      "Units of currency for one unit of the reporting currency, to 12 places for display"),
    Field("rate_period", .date, "Year the rate is the average of"),
    Field("rate_source", .text, "Who published the rate"),
    Field("period_basis", .word(periodBases), "What decided the year of the rate"),
    Field(
      "constant_lower", .decimal, unit: "converted_currency of constant_base_year",
      "converted_lower in prices of constant_base_year"),
    Field(
      "constant_upper", .decimal, unit: "converted_currency of constant_base_year",
      "converted_upper in prices of constant_base_year"),
    Field("constant_base_year", .date, "Year of the constant prices"),
    Field("deflator", .decimal, "Price index of rate_period, the base year being 100"),
  ]
}
