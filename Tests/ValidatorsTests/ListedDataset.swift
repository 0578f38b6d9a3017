// Reads the examples that the dataset checks carry.
import Model
import Testing

enum ListedDataset {
  /// `found 2; a.txt read 2; b.txt duplicate of a.txt; rows mentions 2 facts 1 evidence 2 members 2`.
  static func summary(_ listed: String) throws -> DatasetSummary {
    var summary = DatasetSummary(
      lines: [], filesFound: 0, mentionRows: 0, factRows: 0, evidenceRows: 0, factMembers: 0)
    for clause in listed.split(separator: ";") {
      let words = clause.split(separator: " ").map(String.init)
      switch words[0] {
      case "found": summary.filesFound = try #require(Int(words[1]))
      case "rows": try read(words, into: &summary)
      default: summary.lines.append(try line(words))
      }
    }
    return summary
  }

  private static func read(_ words: [String], into summary: inout DatasetSummary) throws {
    func count(_ name: String) throws -> Int {
      guard let place = words.firstIndex(of: name) else { return 0 }
      return try #require(Int(words[place + 1]))
    }
    summary.mentionRows = try count("mentions")
    summary.factRows = try count("facts")
    summary.evidenceRows = try count("evidence")
    summary.factMembers = try count("members")
  }

  private static func line(_ words: [String]) throws -> DatasetSummary.Line {
    let status = try #require(DatasetSummary.Status(rawValue: words[1]), "\(words)")
    let isDuplicate = status == .duplicate
    return DatasetSummary.Line(
      documentID: "d1-" + words[0], sourceID: "sample", path: words[0], status: status,
      mentions: isDuplicate ? 0 : try #require(Int(words[2])), originalID: isDuplicate ? "d1-" + words[3] : nil)
  }
}
