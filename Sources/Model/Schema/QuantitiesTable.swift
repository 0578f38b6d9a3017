// The table of quantities: what documents measure and count beside money.

extension Schema {
  package static let quantities = Table(
    name: "quantities", rowName: "quantity",
    meaning: """
      Every place in a document that measures or counts something other than money, outside navigation and \
      boilerplate; empty unless pipeline.json asks for it with outputs.quantities
      """,
    primaryKey: ["quantity_id"],
    references: [Table.Reference("document_id", to: "documents", "document_id")],
    fields: [
      Field(
        "quantity_id", .identifier, required: true,
        "q1- and a hash of document, folded sentence, surface and ordinal among equals"),
      Field("document_id", .identifier, required: true, "Document it stands in"),
      Field("region", .word(Region.Role.allCases.map(\.rawValue)), required: true, "Part of the document it stands in"),
      Field("start_byte", .integer, unit: "byte", "First byte in the file as it lies on disk"),
      Field("end_byte", .integer, unit: "byte", "Byte after the last in the file"),
      Field("source_ranges", .list, "Byte ranges of the file that make the surface, in reading order: 120-131 140-152"),
      Field("text_start", .integer, required: true, unit: "byte", "First byte in texts/DOCUMENT_ID.txt"),
      Field("text_end", .integer, required: true, unit: "byte", "Byte after the last in texts/DOCUMENT_ID.txt"),
      Field("surface", .text, required: true, "Number and unit or counted noun, normalized, without hedge"),
      Field("sentence", .text, required: true, "The sentence they stand in"),
      Field("lower", .decimal, unit: "unit", "Lower bound; empty where open"),
      Field("upper", .decimal, unit: "unit", "Upper bound; equal to the lower for a point; empty where open"),
      Field(
        "unit", .text, required: true,
        "Unit of measure (km, t, percent, year), person, or the singular of the counted noun"),
      Field(
        "qualifier", .word(qualifiers), required: true, "How firmly it is stated; exact means without a hedge"),
      Field("about", .text, "Content words near the quantity: what is measured or counted"),
      Field("rule", .text, required: true, "Rule that read it; see docs/RULES.md"),
    ])
}
