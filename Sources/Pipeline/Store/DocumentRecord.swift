// What the per-document stages found in one document, without its text: kept in the store, read again by reconcile.
import Model

package struct DocumentRecord: Sendable, Hashable {
  /// A finding with its place in the file.
  package struct LocatedFinding: Sendable, Hashable {
    package var finding: Finding
    /// Hull in the file; nil where it is about the whole document.
    package var source: Range<Int>?
    /// 1-based line of the file.
    package var line: Int?

    package init(finding: Finding, source: Range<Int>? = nil, line: Int? = nil) {
      self.finding = finding
      self.source = source
      self.line = line
    }
  }

  package var documentID: String
  package var origin: Document.Origin
  package var status: DatasetSummary.Status
  /// Nil where the file could not be read.
  package var contentHash: ContentHash?
  /// Of the normalized text; nil where none is published.
  package var textHash: ContentHash?
  /// Bytes of the normalized text.
  package var textCount: Int
  /// What the reader and the normalizers learned; nil where the document was quarantined.
  package var description: Description?
  package var mentions: [IdentifiedMention]
  /// Empty where the plan does not ask for them.
  package var quantities: [IdentifiedQuantity] = []
  package var findings: [LocatedFinding]

  /// The columns of `documents` that come from the document itself.
  package struct Description: Sendable, Hashable {
    package var mediaType: Document.MediaType
    package var encoding: String
    package var language: String?
    package var title: String?
    package var authors: [String]
    package var publication: String?
    package var volume: String?
    package var issue: String?
    package var publishedDate: PartialDate?
    package var dateBasis: Document.DateBasis?
    package var dateEvidence: String?
    package var url: String?
  }
}

extension DocumentRecord.Description {
  package init(_ document: Document) {
    mediaType = document.mediaType
    encoding = document.encoding
    language = document.language
    title = document.title
    authors = document.authors
    publication = document.publication
    volume = document.volume
    issue = document.issue
    publishedDate = document.publishedDate
    dateBasis = document.dateBasis
    dateEvidence = document.dateEvidence
    url = document.url
  }

  /// The document again, without text, regions and findings.
  package func document(origin: Document.Origin) -> Document {
    var document = Document(origin: origin, mediaType: mediaType, encoding: encoding, text: Text(verbatim: []))
    document.language = language
    document.title = title
    document.authors = authors
    document.publication = publication
    document.volume = volume
    document.issue = issue
    document.publishedDate = publishedDate
    document.dateBasis = dateBasis
    document.dateEvidence = dateEvidence
    document.url = url
    return document
  }
}

extension DocumentRecord {
  /// The row of a file whose bytes are those of another document, read before it.
  package var asDuplicate: DocumentRecord {
    var duplicate = self
    duplicate.status = .duplicate
    duplicate.textHash = nil
    duplicate.textCount = 0
    duplicate.mentions = []
    duplicate.quantities = []
    duplicate.findings = []
    return duplicate
  }
}
