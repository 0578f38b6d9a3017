// What a worker makes of one batch of files, until the writer takes it in its turn.
import Model

struct DocumentBatch: Sendable {
  /// One document, ready to be written.
  struct Entry: Sendable {
    var documentID: String
    var sourceID: String
    var path: String
    var status: DatasetSummary.Status
    var contentHash: ContentHash?
    var textHash: ContentHash?
    var mentionIDs: [String]
    var quantityIDs: [String]
    var record: [UInt8]
    /// Whether texts/DOCUMENT_ID.txt was written.
    var hasText: Bool
  }

  var entries: [Entry] = []
  /// Bytes of the files.
  var bytes = 0
  /// Documents read anew, and documents that the store already had as they are.
  var kept: [StoredDocument] = []
  var used: [DocumentPlace] = []
  var recomputed = 0
  var times = StageTimes()
}
