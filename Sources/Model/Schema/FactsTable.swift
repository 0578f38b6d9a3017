// The tables of facts and of their evidence.

extension Schema {
  package static let facts = Table(
    name: "facts", rowName: "fact",
    meaning: "Each thing in the world that the mentions state an amount of, with the agreement of its evidence",
    primaryKey: ["fact_id"],
    references: [Table.Reference("representative_mention_id", to: "mentions", "mention_id")],
    fields: factReading + converted + factEvidence)

  package static let evidence = Table(
    name: "evidence", rowName: "item",
    meaning: "Which mentions a fact rests on; every mention stands here exactly once",
    primaryKey: ["mention_id"],
    references: [
      Table.Reference("fact_id", to: "facts", "fact_id"), Table.Reference("mention_id", to: "mentions", "mention_id"),
    ],
    fields: [
      Field("fact_id", .identifier, required: true, "The fact"),
      Field("mention_id", .identifier, required: true, "A mention of it"),
      Field(
        "role", .word(["representative", "repetition"]), required: true,
        "representative for the mention whose reading the fact shows"),
    ])

  private static let factReading: [Field] =
    [
      Field("fact_id", .identifier, required: true, "f1- and a hash of the mention id of its earliest-dated member"),
      Field(
        "agreement", .word(Fact.Agreement.allCases.map(\.rawValue)), required: true,
        "How the evidence stands to each other"),
      Field("flow_status", .word(flowStatuses), required: true, "What has become of the money"),
      Field("about", .text, "What it is for"),
      Field("kind", .word(kinds), "What the money is in the world"),
    ] + parties + [
      Field("year_start", .integer, unit: "year", "First year of the money"),
      Field("year_end", .integer, unit: "year", "Last year of the money"),
      Field("per", .text, "What the amount is paid for each of"),
      Field("qualifier", .word(qualifiers), required: true, "How firmly the representative mention states it"),
      Field("currency", .currency, "ISO 4217; empty where the text gives none"),
      Field("amount_lower", .decimal, unit: "currency", "Lower bound of the representative mention"),
      Field("amount_upper", .decimal, unit: "currency", "Upper bound of the representative mention"),
      Field("amount_min", .decimal, unit: "currency", "Least bound over the evidence"),
      Field("amount_max", .decimal, unit: "currency", "Greatest bound over the evidence"),
    ]

  private static let factEvidence: [Field] = [
    Field("parent_fact_id", .identifier, "The fact this one is a part of"),
    Field("representative_mention_id", .identifier, required: true, "The mention whose reading is shown"),
    Field("mentions", .integer, required: true, "Mentions of it"),
    Field("documents", .integer, required: true, "Documents that mention it"),
    Field("independent_sources", .integer, required: true, "Sources that mention it, reprints counted once"),
    Field("first_published", .date, "Date of the earliest document"),
    Field("last_published", .date, "Date of the latest document"),
    Field("source_urls", .list, "Addresses of the documents"),
    Field(
      "recommended_for_aggregates", .word(["true", "false"]), required: true, "Whether a sum over facts should count it"
    ),
    Field("aggregates_reason", .text, "Why not, where not"),
  ]
}
