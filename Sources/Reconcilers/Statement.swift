// A mention as the rules of agreement see it, and the mentions found so far to state one thing.
import Model

/// Small, for thousands of them are compared and sorted: the mention itself is looked up by its place.
struct Statement: Sendable {
  /// What must be equal in every two statements of one thing; an absent value equals only an absent one.
  struct Key: Sendable, Hashable {
    let currency: Currency.Code?
    let per: String?
    let priceBasis: Mention.PriceBasis
    let payer: Mention.Party?
    let payee: Mention.Party?
    let yearStart: Int?
    let yearEnd: Int?
    let kind: Mention.Kind?
    let flowStatus: Mention.FlowStatus

    static func key(of mention: Mention) -> Key {
      Key(
        currency: mention.currency, per: mention.per, priceBasis: mention.priceBasis, payer: mention.payer,
        payee: mention.payee, yearStart: mention.yearStart, yearEnd: mention.yearEnd, kind: mention.kind,
        flowStatus: mention.flowStatus)
    }

    // The rest of what must be equal costs more to hash than it tells apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(currency)
      hasher.combine(yearEnd ?? 0)
      if let per { hasher.combine(per) }
      if let payer { hasher.combine(payer.name) }
      if let payee { hasher.combine(payee.name) }
    }
  }

  /// Index of the mention among those of its document as they came.
  let mention: Int
  /// The same number for equal keys of one document.
  let kin: Int
  let amount: Amount
  let qualifier: Qualifier
  /// The cell of a table it stands in.
  let cell: Mention.TableCell?
  /// Whether no other statement has its key.
  private(set) var isAlone = true

  /// The statements of one document's mentions, in the order of the text.
  static func statements(of mentions: [IdentifiedMention]) -> [Statement] {
    var kins: [Key: Int] = [:]
    kins.reserveCapacity(min(mentions.count, 64))
    var counts: [Int] = []
    var statements = order(of: mentions).map { index in
      let key = Key.key(of: mentions[index].mention)
      let kin = kins[key] ?? counts.count
      if kin == counts.count {
        kins[key] = kin
        counts.append(0)
      }
      counts[kin] += 1
      return Statement(
        mention: index, kin: kin, amount: mentions[index].mention.amount, qualifier: mentions[index].mention.qualifier,
        cell: mentions[index].mention.cell)
    }
    for place in statements.indices { statements[place].isAlone = counts[statements[place].kin] == 1 }
    return statements
  }

  /// The indexes of mentions in the order of the text.
  private static func order(of mentions: [IdentifiedMention]) -> [Int] {
    let order = Array(mentions.indices)
    // As a document has them, but for tables and footnotes.
    let isSorted = order.dropFirst().allSatisfy { !precedes(mentions[$0], mentions[$0 - 1]) }
    return isSorted ? order : order.sorted { precedes(mentions[$0], mentions[$1]) }
  }

  private static func precedes(_ left: IdentifiedMention, _ right: IdentifiedMention) -> Bool {
    let (a, b) = (left.mention.span, right.mention.span)
    if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
    return a.upperBound == b.upperBound ? left.id < right.id : a.upperBound < b.upperBound
  }
}

/// The statements of one document, with the words of their mentions' descriptions: taken apart when two are first
/// compared, as most never are.
struct DescribedStatements {
  let statements: [Statement]
  private let mentions: [IdentifiedMention]
  private var words: [AboutWords?] = []

  init(of mentions: [IdentifiedMention]) {
    self.mentions = mentions
    statements = Statement.statements(of: mentions)
  }

  /// Whether two statements' descriptions overlap, unless they are different cells of tables; see
  /// `AboutWords.overlaps`.
  mutating func overlap(_ left: Statement, _ right: Statement, percent: Int) -> Bool {
    if words.isEmpty { words = mentions.map { _ in nil } }
    let (one, other) = (about(left.mention), about(right.mention))
    return one.overlaps(other, percent: percent) && !Mention.TableCell.tellApart(left.cell, one, right.cell, other)
  }

  private mutating func about(_ mention: Int) -> AboutWords {
    if let known = words[mention] { return known }
    let about = AboutWords(mentions[mention].mention.about)
    words[mention] = about
    return about
  }
}

/// The places of statements of one thing among all of the document, the earliest first.
struct StatementGroup: Sendable {
  let first: Int
  private var others: [Int] = []
  private(set) var agreement = Fact.Agreement.single

  init(_ first: Int) { self.first = first }

  /// Of all its statements, in the order of the text.
  var places: [Int] { others.isEmpty ? [first] : ([first] + others).sorted() }

  mutating func join(_ other: StatementGroup, as agreement: Fact.Agreement) {
    others.append(other.first)
    others += other.others
    if self.agreement != .compatible { self.agreement = other.agreement == .compatible ? .compatible : agreement }
  }
}
