// The table of documents: every file found, read, duplicate or quarantined.

extension Schema {
  package static let documents = Table(
    name: "documents", rowName: "document",
    meaning: "Every file found in the sources: read, a duplicate of another, or quarantined with a reason in findings",
    primaryKey: ["document_id"],
    fields: [
      Field("document_id", .identifier, required: true, "d1- and a hash of source id and path"),
      Field("source_id", .text, required: true, "The source in the configuration"),
      Field("path", .text, required: true, "Path relative to the source's folder"),
      Field("sha256", .text, "SHA-256 of the file's bytes, hexadecimal; empty where it could not be read"),
      Field("text_sha256", .text, "SHA-256 of the published normalized text"),
      Field("media_type", .text, "text/plain or text/markdown"),
      Field("encoding", .text, "IANA name of the character encoding the file was read in"),
      Field("language", .text, "BCP 47 primary language"),
      Field("country", .text, "ISO 3166 alpha-3 of the country the source writes from, as configured"),
      Field("title", .text, "Title as printed"),
      Field("authors", .text, "Authors as printed, separated by '; '"),
      Field("publication", .text, "Publication as printed, else the source's publisher"),
      Field("volume", .text, "Volume as printed"),
      Field("issue", .text, "Issue as printed"),
      Field("published_date", .date, "Date of publication, as precise as known"),
      Field("date_basis", .word(Document.DateBasis.allCases.map(\.rawValue)), "What published_date rests on"),
      Field("date_evidence", .text, "The words published_date was read from"),
      Field("url", .text, "Address the document gives for itself, or the configured one"),
      Field("status", .word(["read", "duplicate", "quarantined"]), required: true, "What became of the file"),
      Field("mentions", .integer, required: true, "Rows it has in mentions"),
    ])
}
