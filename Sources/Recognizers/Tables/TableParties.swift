// Who pays and who is paid, where heads say that labels or columns name them: "Donor", "by recipient".
import Model

/// The parties of one row or column; each column of names is on one side.
struct TableParties {
  enum Side {
    case payer
    case payee
    /// Lends, and is paid back.
    case creditor
    case debtor

    /// The side a word of a head or caption puts what it heads on.
    init?(_ role: TableWords.Role) {
      if role.contains(.payer) {
        self = .payer
      } else if role.contains(.payee) {
        self = .payee
      } else if role.contains(.creditor) {
        self = .creditor
      } else if role.contains(.debtor) {
        self = .debtor
      } else {
        return nil
      }
    }

    /// The other end of the same money.
    var opposite: Side {
      switch self {
      case .payer: .payee
      case .payee: .payer
      case .creditor: .debtor
      case .debtor: .creditor
      }
    }

    /// Whether the party gives the money of a kind: of a debt the debtor is to pay.
    func pays(_ kind: Mention.Kind?) -> Bool {
      switch self {
      case .payer: true
      case .payee: false
      case .creditor: kind != .debt
      case .debtor: kind == .debt
      }
    }
  }

  private(set) var named: [(side: Side, party: Mention.Party)] = []

  mutating func add(_ party: Mention.Party?, on side: Side?) {
    if let party, let side { named.append((side, party)) }
  }

  /// Gives a mention the parties it has none of; product, trade and what is counted in prices have none.
  func complete(_ mention: inout Mention) {
    guard mention.kind != .gdp, mention.kind != .trade else { return }
    for (side, party) in named {
      if side.pays(mention.kind) {
        mention.payer = mention.payer ?? party
      } else {
        mention.payee = mention.payee ?? party
      }
    }
  }

  /// The side of the first word that has one; in a caption only behind "by": "Aid by donor".
  static func side(in text: TableText, afterBy: Bool, _ words: TableWords) -> Side? {
    text.sentence.tokens.indices.lazy.filter { !afterBy || text.word($0 - 1) == "by" }
      .compactMap { Side(words.role(at: $0, in: text.sentence)) }.first
  }

  /// The state or institution that is all a text names, but for marks of footnotes.
  static func party(in text: TableText) -> Mention.Party? {
    let sentence = text.sentence
    let start = sentence.grammar(0) == .article ? 1 : 0
    guard let (sense, end) = sentence.party(at: start), sense.party >= 0, sense.form != .demonym,
      sense.form != .company, (end..<max(end, text.count)).allSatisfy({ sentence.tokens[$0].kind != .word })
    else { return nil }
    var party = sentence.contextLexicon.parties[Int(sense.party)]
    if sense.agency >= 0 { party.agency = sentence.contextLexicon.agencies[Int(sense.agency)] }
    return party
  }
}
