// The findings of one document between the pass that makes them and the pass that writes them.
import Model

struct DocumentFindings: Sendable, Hashable {
  var documentID: String
  var findings: [DocumentRecord.LocatedFinding]

  func encoded() -> [UInt8] {
    var writer = RecordWriter()
    writer.write(documentID)
    writer.write(list: findings) { $0.write($1) }
    return writer.bytes
  }

  init(documentID: String, findings: [DocumentRecord.LocatedFinding]) {
    self.documentID = documentID
    self.findings = findings
  }

  init(decoding bytes: ArraySlice<UInt8>) throws(CorruptRecord) {
    var reader = RecordReader(bytes)
    documentID = try reader.text()
    findings = try reader.list { (reader) throws(CorruptRecord) in try reader.locatedFinding() }
  }

  /// Place in the file, then rule and message: the order in the table.
  mutating func sort() {
    findings.sort { left, right in
      let (start, other) = (left.source?.lowerBound ?? -1, right.source?.lowerBound ?? -1)
      if start != other { return start < other }
      let (end, otherEnd) = (left.source?.upperBound ?? -1, right.source?.upperBound ?? -1)
      if end != otherEnd { return end < otherEnd }
      if left.finding.rule != right.finding.rule { return left.finding.rule < right.finding.rule }
      return left.finding.message < right.finding.message
    }
  }
}
