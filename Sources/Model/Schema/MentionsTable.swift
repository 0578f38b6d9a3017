// The table of mentions: every place that states an amount of money.

extension Schema {
  package static let mentions = Table(
    name: "mentions", rowName: "mention",
    meaning: "Every place in a document that states an amount of money, outside navigation and boilerplate",
    primaryKey: ["mention_id"],
    references: [
      Table.Reference("document_id", to: "documents", "document_id"),
      Table.Reference("fact_id", to: "facts", "fact_id"),
    ],
    fields: mentionPlace + mentionReading + parties + mentionContext + converted + [
      Field("rule", .text, required: true, "Rule that read the amount; see docs/RULES.md"),
      Field("fact_id", .identifier, required: true, "The fact it is evidence of"),
    ])

  private static let mentionPlace: [Field] = [
    Field(
      "mention_id", .identifier, required: true,
      "m1- and a hash of document, folded sentence, surface and ordinal among equals"),
    Field("document_id", .identifier, required: true, "Document it stands in"),
    Field("region", .word(Region.Role.allCases.map(\.rawValue)), required: true, "Part of the document it stands in"),
    Field("start_byte", .integer, unit: "byte", "First byte in the file as it lies on disk"),
    Field("end_byte", .integer, unit: "byte", "Byte after the last in the file"),
    Field(
      "source_ranges", .list,
      """
      Byte ranges of the file that make the surface, in reading order: 120-131 140-152; for a cell of a table then those \
      of the header, label, caption or note its unit was read from, which lie outside start_byte–end_byte
      """),
    Field("text_start", .integer, required: true, unit: "byte", "First byte in texts/DOCUMENT_ID.txt"),
    Field("text_end", .integer, required: true, unit: "byte", "Byte after the last in texts/DOCUMENT_ID.txt"),
    Field("locator", .text, "Where to look in the file: line N"),
    Field("surface", .text, required: true, "Shortest words that state number and currency, normalized"),
    Field("sentence", .text, required: true, "The sentence they stand in"),
  ]

  private static let mentionReading: [Field] = [
    Field("amount_lower", .decimal, unit: "currency", "Lower bound in the major unit; empty where open"),
    Field(
      "amount_upper", .decimal, unit: "currency",
      "Upper bound in the major unit; equal to the lower for a point; empty where open"),
    Field("significant_digits", .integer, required: true, "Digits the text gives; 0 for an indefinite magnitude"),
    Field("currency", .currency, "ISO 4217 (XBT for bitcoin); empty where the text gives none"),
    Field(
      "currency_evidence", .word(Mention.CurrencyEvidence.allCases.map(\.rawValue)), required: true,
      "Where the currency was read"),
    Field(
      "currency_basis", .word(Mention.CurrencyBasis.allCases.map(\.rawValue)),
      "What the choice of the currency rests on"),
    Field(
      "currency_candidates", .list, "Currencies the words allow, the chosen one first; empty where there was no choice"),
    Field(
      "qualifier", .word(qualifiers), required: true, "How firmly the amount is stated; exact means without a hedge"),
    Field("per", .text, "What the amount is paid for each of: year, month, barrel"),
    Field("price_basis", .word(Mention.PriceBasis.allCases.map(\.rawValue)), required: true, "Prices the amount is in"),
    Field("year_start", .integer, unit: "year", "First year the sentence gives for the money"),
    Field("year_end", .integer, unit: "year", "Last year the sentence gives for the money"),
  ]

  private static let mentionContext: [Field] = [
    Field("kind", .word(kinds), "What the money is in the world"),
    Field("flow_status", .word(flowStatuses), required: true, "What has become of the money"),
    Field("about", .text, "Content words near the amount: what it is for"),
  ]
}
