// A document's record as bytes and back. A change of shape raises `version`, and the store forgets the old ones.
import Model

extension DocumentRecord {
  package static let version: UInt8 = 4

  package func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(Self.version))
    writer.write(documentID)
    writer.write(origin)
    writer.write(status)
    writer.write(contentHash) { $0.write($1.bytes) }
    writer.write(textHash) { $0.write($1.bytes) }
    writer.write(textCount)
    writer.write(description) { $0.write($1) }
    writer.write(mentions)
    writer.write(quantities)
    writer.write(list: findings) { $0.write($1) }
    return writer.bytes
  }

  package init(decoding bytes: ArraySlice<UInt8>) throws(CorruptRecord) {
    var reader = RecordReader(bytes)
    guard try reader.unsigned() == UInt64(Self.version) else { throw reader.corrupt() }
    let documentID = try reader.text()
    let origin = try reader.origin()
    let status = try reader.word(DatasetSummary.Status.self)
    let contentHash = try reader.optional { (reader) throws(CorruptRecord) in try reader.hash() }
    let textHash = try reader.optional { (reader) throws(CorruptRecord) in try reader.hash() }
    let textCount = try reader.integer()
    let description = try reader.optional { (reader) throws(CorruptRecord) in try reader.description() }
    let mentions = try reader.identifiedMentions(of: documentID)
    let quantities = try reader.identifiedQuantities(of: documentID)
    let findings = try reader.list { (reader) throws(CorruptRecord) in try reader.locatedFinding() }
    guard reader.isAtEnd else { throw reader.corrupt() }
    self.init(
      documentID: documentID, origin: origin, status: status, contentHash: contentHash, textHash: textHash,
      textCount: textCount, description: description, mentions: mentions, quantities: quantities,
      findings: findings)
  }
}

extension RecordWriter {
  fileprivate mutating func write(optional text: String?) { write(text) { $0.write($1) } }
  fileprivate mutating func write(optional number: Int?) { write(number) { $0.write($1) } }

  fileprivate mutating func write(_ origin: Document.Origin) {
    write(origin.sourceID)
    write(origin.path)
    for text in [origin.publisher, origin.country, origin.language, origin.encoding, origin.url] {
      write(optional: text)
    }
    write(origin.date) { $0.write($1) }
  }

  fileprivate mutating func write(_ description: DocumentRecord.Description) {
    write(description.mediaType)
    write(description.encoding)
    write(list: description.authors) { $0.write($1) }
    for text in [
      description.language, description.title, description.publication, description.volume, description.issue,
      description.dateEvidence, description.url,
    ] { write(optional: text) }
    write(description.publishedDate) { $0.write($1) }
    write(description.dateBasis) { $0.write($1) }
  }

  package mutating func write(_ located: DocumentRecord.LocatedFinding) {
    let finding = located.finding
    write(finding.rule)
    write(finding.severity)
    write(finding.span) { $0.write($1) }
    for text in [finding.message, finding.quote, finding.value, finding.expected] { write(text) }
    write(located.source) { $0.write($1) }
    write(optional: located.line)
  }
}

extension RecordReader {
  fileprivate mutating func optionalText() throws(CorruptRecord) -> String? {
    try optional { (reader) throws(CorruptRecord) in try reader.text() }
  }

  fileprivate mutating func optionalDate() throws(CorruptRecord) -> PartialDate? {
    try optional { (reader) throws(CorruptRecord) in try reader.date() }
  }

  fileprivate mutating func hash() throws(CorruptRecord) -> ContentHash {
    guard let hash = ContentHash(bytes: try raw()) else { throw corrupt() }
    return hash
  }

  fileprivate mutating func origin() throws(CorruptRecord) -> Document.Origin {
    var origin = Document.Origin(sourceID: try text(), path: try text())
    origin.publisher = try optionalText()
    origin.country = try optionalText()
    origin.language = try optionalText()
    origin.encoding = try optionalText()
    origin.url = try optionalText()
    origin.date = try optionalDate()
    return origin
  }

  fileprivate mutating func description() throws(CorruptRecord) -> DocumentRecord.Description {
    let mediaType = try word(Document.MediaType.self)
    let encoding = try text()
    let authors = try list { (reader) throws(CorruptRecord) in try reader.text() }
    var description = DocumentRecord.Description(mediaType: mediaType, encoding: encoding, authors: authors)
    description.language = try optionalText()
    description.title = try optionalText()
    description.publication = try optionalText()
    description.volume = try optionalText()
    description.issue = try optionalText()
    description.dateEvidence = try optionalText()
    description.url = try optionalText()
    description.publishedDate = try optionalDate()
    description.dateBasis = try optional { (reader) throws(CorruptRecord) in try reader.word(Document.DateBasis.self) }
    return description
  }

  package mutating func locatedFinding() throws(CorruptRecord) -> DocumentRecord.LocatedFinding {
    let rule = try rule()
    let severity = try word(Finding.Severity.self)
    let span = try optional { (reader) throws(CorruptRecord) in try reader.range() }
    let finding = Finding(
      rule: rule, severity: severity, span: span, message: try text(), quote: try text(), value: try text(),
      expected: try text())
    let source = try optional { (reader) throws(CorruptRecord) in try reader.range() }
    let line = try optional { (reader) throws(CorruptRecord) in try reader.integer() }
    return DocumentRecord.LocatedFinding(finding: finding, source: source, line: line)
  }
}
