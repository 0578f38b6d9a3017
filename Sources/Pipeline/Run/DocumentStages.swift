// Stages 1 to 3 and the checks beside them: one file's bytes in, all that is known of the document out.
import Model
import Normalizers
import Readers
import Recognizers
import Validators

/// A pure function of bytes and origin: no clock, no file, no other document.
package struct DocumentStages: Sendable {
  /// What the stages make of one file.
  package struct Outcome: Sendable {
    package var record: DocumentRecord
    /// The normalized text; empty where the document was quarantined.
    package var text: [UInt8]
  }

  private let reader: Reader
  private let normalizer: Normalizer
  private let recognizer: Recognizer
  /// Nil where the plan asks for none.
  private let quantityRecognizer: QuantityRecognizer?
  private let checks: [any DocumentCheck]

  package init(plan: Plan) {
    reader = Reader(rules: plan.rules)
    normalizer = Normalizer(rules: plan.rules)
    recognizer = Recognizer(rules: plan.rules)
    quantityRecognizer = plan.readsQuantities ? QuantityRecognizer(rules: plan.rules) : nil
    checks = ValidatorCatalogue.documentChecks(rules: plan.rules, currencies: ReferenceTables.currencies)
  }

  /// Reads, normalizes, recognizes and checks one document. What cannot be read is quarantined, never thrown.
  package func run(
    bytes: [UInt8], hash: ContentHash, origin: Document.Origin, clock: inout StageClock
  ) -> Outcome {
    do throws(Quarantine) {
      var document = try reader.document(bytes, origin: origin)
      clock.lap(.decode)
      document = normalizer.normalize(document)
      clock.lap(.normalize)
      var overflows: [Finding] = []
      let mentions = recognizer.mentions(in: document) { overflows.append($0) }
      document.findings += overflows
      clock.lap(.recognize)
      let quantities = quantityRecognizer?.quantities(in: document, beside: mentions) ?? []
      clock.lap(.quantities)
      // The checks see every region: one of them counts what is left out of the record.
      let findings =
        document.findings
        + checks.flatMap {
          $0.findings(for: document, mentions: mentions) + $0.findings(for: document, quantities: quantities)
        }
      clock.lap(.documentChecks)
      var record = record(of: document, mentions: mentions, findings: findings, bytes: bytes, hash: hash)
      record.quantities = Self.identified(quantities, in: document, id: record.documentID)
      clock.lap(.rest)
      return Outcome(record: record, text: document.text.bytes)
    } catch {
      clock.lap(.decode)
      return Outcome(record: Self.quarantined(origin, because: error, hash: hash), text: [])
    }
  }

  /// The record of a file that was not read, with the reason as its finding.
  package static func quarantined(
    _ origin: Document.Origin, because reason: Quarantine, hash: ContentHash?
  ) -> DocumentRecord {
    DocumentRecord(
      documentID: Identity.document(sourceID: origin.sourceID, path: origin.path), origin: origin,
      status: .quarantined, contentHash: hash, textHash: nil, textCount: 0, description: nil, mentions: [],
      findings: [DocumentRecord.LocatedFinding(finding: reason.finding)])
  }

  private static func identified(
    _ all: [Quantity], in document: Document, id documentID: String
  ) -> [IdentifiedQuantity] {
    let quantities = all.filter(\.region.isContent)
    return zip(quantities, QuantityIdentities.identities(of: quantities, documentID: documentID)).map { quantity, id in
      IdentifiedQuantity(
        id: id, documentID: documentID, quantity: quantity,
        sourceRanges: document.text.sourceRanges(of: quantity.span))
    }
  }

  private func record(
    of document: Document, mentions all: [Mention], findings: [Finding], bytes: [UInt8], hash: ContentHash
  ) -> DocumentRecord {
    let documentID = Identity.document(sourceID: document.origin.sourceID, path: document.origin.path)
    // Nearly always all of them, which is the same array.
    let isAll = all.indices.allSatisfy { all[$0].region.isContent }
    let mentions = isAll ? all : all.filter(\.region.isContent)
    let places = Places(document: document, bytes: bytes, isNeeded: !mentions.isEmpty || !findings.isEmpty)
    return DocumentRecord(
      documentID: documentID, origin: document.origin, status: .read, contentHash: hash,
      // Most clean text is its file, byte for byte: comparing costs a twentieth of hashing.
      textHash: document.text.bytes == bytes ? hash : ContentHash(of: document.text.bytes),
      textCount: document.text.count,
      description: DocumentRecord.Description(document),
      mentions: places.identified(mentions, documentID: documentID), findings: findings.map(places.located))
  }
}

/// Where spans of one normalized text stand in its file.
private struct Places {
  let text: Text
  let lines: LineIndex

  init(document: Document, bytes: [UInt8], isNeeded: Bool) {
    text = document.text
    lines = LineIndex(isNeeded ? bytes : [], encoding: document.encoding)
  }

  func identified(_ mentions: [Mention], documentID: String) -> [IdentifiedMention] {
    let ids = MentionIdentities.identities(of: mentions, documentID: documentID)
    return mentions.indices.map { place in
      let ranges = text.sourceRanges(of: mentions[place].span)
      return IdentifiedMention(
        id: ids[place], documentID: documentID, mention: mentions[place], sourceRanges: ranges,
        unitRanges: mentions[place].cell?.unit.map(text.sourceRanges(of:)) ?? [],
        line: lines.line(of: ranges.first?.lowerBound ?? 0))
    }
  }

  func located(_ finding: Finding) -> DocumentRecord.LocatedFinding {
    guard let span = finding.span else { return DocumentRecord.LocatedFinding(finding: finding) }
    let ranges = text.sourceRanges(of: span.clamped(to: 0..<text.count))
    guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else {
      return DocumentRecord.LocatedFinding(finding: finding)
    }
    return DocumentRecord.LocatedFinding(finding: finding, source: start..<end, line: lines.line(of: start))
  }
}
