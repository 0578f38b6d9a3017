// What a run counts for its report while it writes.
import Model

extension RunReport {
  /// How often each of some words came.
  package struct Tally<Word: RawRepresentable<String> & CaseIterable & Equatable & Sendable>: Sendable, Hashable
  where Word.AllCases == [Word] {
    /// In the order of `allCases`.
    private var counts = [Int](repeating: 0, count: Word.allCases.count)

    package mutating func add(_ word: Word) {
      if let place = Word.allCases.firstIndex(of: word) { counts[place] += 1 }
    }

    fileprivate mutating func add(_ other: Tally) { counts = zip(counts, other.counts).map(+) }

    /// The words that came, by their names.
    package var named: [String: Int] {
      Dictionary(zip(Word.allCases.map(\.rawValue), counts).filter { $0.1 > 0 }, uniquingKeysWith: +)
    }
  }

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

      fileprivate mutating func add(_ amount: ExactDecimal, converted: ExactDecimal?) {
        facts += 1
        self.amount = self.amount.flatMap { try? $0.adding(amount) }
        if let converted {
          self.converted = self.converted.flatMap { try? $0.adding(converted) }
        } else {
          unconverted += 1
        }
      }

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
    /// Under nil those without a currency.
    package private(set) var mentionsByCurrency: [Currency.Code?: Int] = [:]
    package private(set) var mentionsByQualifier = Tally<Qualifier>()
    package private(set) var mentionsByRegion = Tally<Region.Role>()
    package private(set) var factsByAgreement = Tally<Fact.Agreement>()
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
      mentionsByCurrency[mention.currency, default: 0] += 1
      mentionsByQualifier.add(mention.qualifier)
      mentionsByRegion.add(mention.region)
    }

    package mutating func add(_ fact: Fact) {
      facts += 1
      factsByAgreement.add(fact.agreement)
      guard AggregateAdvice.reasonAgainst(fact) == nil, let currency = fact.representative.mention.currency,
        let amount = fact.representative.mention.amount.lower
      else { return }
      totals[currency, default: Total(currency: currency)].add(amount, converted: fact.representative.conversion?.lower)
    }

    /// Adds what a later part of the same dataset holds.
    package mutating func add(_ later: Contents) {
      documents += later.documents
      mentions += later.mentions
      facts += later.facts
      mentionsByCurrency.merge(later.mentionsByCurrency, uniquingKeysWith: +)
      mentionsByQualifier.add(later.mentionsByQualifier)
      mentionsByRegion.add(later.mentionsByRegion)
      factsByAgreement.add(later.factsByAgreement)
      findings.merge(later.findings, uniquingKeysWith: +)
      totals.merge(later.totals) { left, right in left.joined(with: right) }
    }

    package mutating func add(_ finding: Finding) {
      findings[FindingKey(rule: finding.rule, severity: finding.severity), default: 0] += 1
    }
  }
}
