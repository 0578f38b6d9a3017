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

    init(_ mention: Mention) {
      currency = mention.currency
      per = mention.per
      priceBasis = mention.priceBasis
      payer = mention.payer
      payee = mention.payee
      yearStart = mention.yearStart
      yearEnd = mention.yearEnd
      kind = mention.kind
      flowStatus = mention.flowStatus
    }
  }

  /// Index of the mention among those of the document, in the order of the text.
  let place: Int
  /// The same number for equal keys of one document.
  let kin: Int
  let amount: Amount
  let qualifier: Qualifier
  let about: AboutWords
  /// The cell of a table it stands in.
  let cell: Mention.TableCell?

  /// Whether the words of both overlap, unless they are different cells of tables.
  func resembles(_ other: Statement, percent: Int) -> Bool {
    about.overlaps(other.about, percent: percent)
      && !Mention.TableCell.tellApart(cell, about, other.cell, other.about)
  }

  /// The statements of one document's mentions, which are in the order of the text.
  static func statements(of mentions: [IdentifiedMention]) -> [Statement] {
    var kins: [Key: Int] = [:]
    return mentions.indices.map { place in
      let mention = mentions[place].mention
      let key = Key(mention)
      let kin = kins[key] ?? kins.count
      kins[key] = kin
      return Statement(
        place: place, kin: kin, amount: mention.amount, qualifier: mention.qualifier, about: AboutWords(mention.about),
        cell: mention.cell)
    }
  }

  /// The order of the text.
  static func precedes(_ left: IdentifiedMention, _ right: IdentifiedMention) -> Bool {
    let (a, b) = (left.mention.span, right.mention.span)
    return (a.lowerBound, a.upperBound, left.id) < (b.lowerBound, b.upperBound, right.id)
  }
}

/// Statements of one thing, the earliest first.
struct StatementGroup: Sendable {
  let first: Statement
  private(set) var others: [Statement] = []
  private(set) var agreement = Fact.Agreement.single

  init(_ first: Statement) { self.first = first }

  var statements: [Statement] { [first] + others }

  mutating func join(_ other: StatementGroup, as agreement: Fact.Agreement) {
    others += other.statements
    if self.agreement != .compatible { self.agreement = other.agreement == .compatible ? .compatible : agreement }
  }
}

/// Joins groups in the order of the text: each goes to the earliest of its key that it states the same as.
struct GroupJoiner<Key: Hashable> {
  /// Candidates looked at for one statement. A price list may hold thousands of equal keys; what is repeated is
  /// repeated near.
  private static var candidates: Int { 64 }

  let key: (Statement) -> Key
  let isSame: (Statement, Statement) -> Bool
  let agreement: Fact.Agreement

  func joined(_ groups: [StatementGroup]) -> [StatementGroup] {
    var result: [StatementGroup] = []
    var places: [Key: [Int]] = [:]
    for group in groups {
      let key = key(group.first)
      let near = places[key, default: []].suffix(Self.candidates)
      if let place = near.first(where: { isSame(result[$0].first, group.first) }) {
        result[place].join(group, as: agreement)
      } else {
        places[key, default: []].append(result.count)
        result.append(group)
      }
    }
    return result
  }
}
