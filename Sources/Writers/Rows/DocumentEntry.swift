// What the table of documents says of one file.
import Model

package struct DocumentEntry: Sendable, Hashable {
  package var id: String
  package var origin: Document.Origin
  package var status: DatasetSummary.Status
  /// Hexadecimal; nil where the file could not be read.
  package var sha256: String?
  /// Hexadecimal, of the published normalized text.
  package var textSHA256: String?
  package var mediaType: Document.MediaType?
  package var encoding: String?
  package var language: String?
  package var title: String?
  package var authors: [String] = []
  package var publication: String?
  package var volume: String?
  package var issue: String?
  package var publishedDate: PartialDate?
  package var dateBasis: Document.DateBasis?
  package var dateEvidence: String?
  package var url: String?
  /// Rows it has in `mentions`.
  package var mentions = 0

  /// A file that was not read: quarantined, or a duplicate of one that was.
  package init(id: String, origin: Document.Origin, status: DatasetSummary.Status, sha256: String? = nil) {
    self.id = id
    self.origin = origin
    self.status = status
    self.sha256 = sha256
    language = origin.language
    publication = origin.publisher
    url = origin.url
  }

  /// A document that was read.
  package init(id: String, document: Document, sha256: String, textSHA256: String?, mentions: Int) {
    self.init(id: id, origin: document.origin, status: .read, sha256: sha256)
    self.textSHA256 = textSHA256
    self.mentions = mentions
    mediaType = document.mediaType
    encoding = document.encoding
    language = document.language ?? document.origin.language
    title = document.title
    authors = document.authors
    publication = document.publication ?? document.origin.publisher
    volume = document.volume
    issue = document.issue
    publishedDate = document.publishedDate
    dateBasis = document.dateBasis
    dateEvidence = document.dateEvidence
    url = document.url ?? document.origin.url
  }
}
