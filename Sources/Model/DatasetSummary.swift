// What the checks on a whole dataset look at: one short line per document and the totals.

package struct DatasetSummary: Sendable, Hashable {
  package enum Status: String, Sendable, CaseIterable { case read, duplicate, quarantined }

  package struct Line: Sendable, Hashable {
    package var documentID: String
    package var sourceID: String
    package var path: String
    package var status: Status
    package var mentions: Int
    /// For a duplicate: the document with the same bytes that was read.
    package var originalID: String?

    package init(
      documentID: String, sourceID: String, path: String, status: Status, mentions: Int, originalID: String? = nil
    ) {
      self.documentID = documentID
      self.sourceID = sourceID
      self.path = path
      self.status = status
      self.mentions = mentions
      self.originalID = originalID
    }
  }

  package var lines: [Line]
  /// Files found in the sources.
  package var filesFound: Int
  /// Rows written to each table.
  package var mentionRows: Int
  package var factRows: Int
  package var evidenceRows: Int
  /// Members counted over all facts.
  package var factMembers: Int

  package init(
    lines: [Line], filesFound: Int, mentionRows: Int, factRows: Int, evidenceRows: Int, factMembers: Int
  ) {
    self.lines = lines
    self.filesFound = filesFound
    self.mentionRows = mentionRows
    self.factRows = factRows
    self.evidenceRows = evidenceRows
    self.factMembers = factMembers
  }
}
