// What a run counts for its report while it writes.
import Model

extension RunReport {
  /// Every count follows from the rows of the dataset.
  package struct Contents: Sendable, Hashable {
    package struct DocumentLine: Sendable, Hashable {
      package var id: String
      package var sourceID: String
      package var path: String
      package var status: DatasetSummary.Status
      package var mentions: Int
      /// Why it was quarantined, or the document it repeats.
      package var reason: String?

      package init(
        id: String, sourceID: String, path: String, status: DatasetSummary.Status, mentions: Int, reason: String? = nil
      ) {
        self.id = id
        self.sourceID = sourceID
        self.path = path
        self.status = status
        self.mentions = mentions
        self.reason = reason
      }
    }

    package struct FindingKey: Sendable, Hashable, Comparable {
      package var rule: RuleID
      package var severity: Finding.Severity

      package static func < (left: FindingKey, right: FindingKey) -> Bool {
        (left.rule, left.severity) < (right.rule, right.severity)
      }
    }

    /// The facts of one currency that are recommended for aggregates.
    package struct Total: Sendable, Hashable {
      package var currency: Currency.Code
      package var facts = 0
      /// Sum of the amounts; nil beyond 38 digits.
      package var amount: ExactDecimal? = .zero
      /// Sum of the published converted amounts; nil beyond 38 digits.
      package var converted: ExactDecimal? = .zero
      /// Facts without a converted amount.
      package var unconverted = 0

      fileprivate func joined(with other: Total) -> Total {
        var joined = self
        joined.facts += other.facts
        joined.amount = amount.flatMap { amount in other.amount.flatMap { try? amount.adding($0) } }
        joined.converted = converted.flatMap { sum in other.converted.flatMap { try? sum.adding($0) } }
        joined.unconverted += other.unconverted
        return joined
      }
    }

    package let programVersion: String
    package let reportingCurrency: Currency.Code
    /// In the order of the table of documents.
    package var documents: [DocumentLine] = []
    package private(set) var mentions = 0
    package private(set) var facts = 0
    package private(set) var mentionsByCurrency: [String: Int] = [:]
    package private(set) var mentionsByQualifier: [String: Int] = [:]
    package private(set) var mentionsByRegion: [String: Int] = [:]
    package private(set) var factsByAgreement: [String: Int] = [:]
    package private(set) var findings: [FindingKey: Int] = [:]
    package private(set) var totals: [Currency.Code: Total] = [:]

    package init(programVersion: String, reportingCurrency: Currency.Code) {
      self.programVersion = programVersion
      self.reportingCurrency = reportingCurrency
    }

    package func count(_ status: DatasetSummary.Status) -> Int { documents.count { $0.status == status } }

    package mutating func add(_ entry: DocumentEntry, reason: String? = nil) {
      documents.append(
        DocumentLine(
          id: entry.id, sourceID: entry.origin.sourceID, path: entry.origin.path, status: entry.status,
          mentions: entry.mentions, reason: reason))
    }

    package mutating func add(_ mention: Mention) {
      mentions += 1
      mentionsByCurrency[mention.currency?.description ?? "none", default: 0] += 1
      mentionsByQualifier[mention.qualifier.rawValue, default: 0] += 1
      mentionsByRegion[mention.region.rawValue, default: 0] += 1
    }

    package mutating func add(_ fact: Fact) {
      facts += 1
      factsByAgreement[fact.agreement.rawValue, default: 0] += 1
      let mention = fact.representative.mention
      guard AggregateAdvice.reasonAgainst(fact) == nil, let currency = mention.currency,
        let amount = mention.amount.lower
      else { return }
      var total = totals[currency] ?? Total(currency: currency)
      total.facts += 1
      total.amount = total.amount.flatMap { try? $0.adding(amount) }
      if let converted = fact.representative.conversion?.lower {
        total.converted = total.converted.flatMap { try? $0.adding(converted) }
      } else {
        total.unconverted += 1
      }
      totals[currency] = total
    }

    /// Adds what a later part of the same dataset holds.
    package mutating func add(_ later: Contents) {
      documents += later.documents
      mentions += later.mentions
      facts += later.facts
      mentionsByCurrency.merge(later.mentionsByCurrency, uniquingKeysWith: +)
      mentionsByQualifier.merge(later.mentionsByQualifier, uniquingKeysWith: +)
      mentionsByRegion.merge(later.mentionsByRegion, uniquingKeysWith: +)
      factsByAgreement.merge(later.factsByAgreement, uniquingKeysWith: +)
      findings.merge(later.findings, uniquingKeysWith: +)
      totals.merge(later.totals) { left, right in left.joined(with: right) }
    }

    package mutating func add(_ finding: Finding) {
      findings[FindingKey(rule: finding.rule, severity: finding.severity), default: 0] += 1
    }
  }
}
