// What a word does in a clause, and who stands where around a verb of payment.
import Model

/// Words that hold a clause together.
enum Grammar: String, Sendable, Hashable {
  case none, to, from, by, `for`, `in`, on, of, with, into, at, preposition
  case be, have, `do`, modal, relative, it, they, its, we, person, there, and, adverb, article

  var isPreposition: Bool {
    switch self {
    case .to, .from, .by, .for, .in, .on, .of, .with, .into, .at, .preposition: true
    default: false
    }
  }

  /// Points back to a party.
  var isPronoun: Bool { self == .it || self == .they || self == .its || self == .we }

  /// Stands between a subject and its verb, or before a noun, without changing who does what.
  var isAuxiliary: Bool {
    switch self {
    case .be, .have, .do, .modal, .adverb: true
    default: false
    }
  }
}

/// The two ends of a payment.
enum Side: Sendable { case payer, payee }

/// A verb of payment: the sides that stand before it, behind it or behind "to", and behind "from".
struct Frame: Sendable, Hashable {
  enum Pattern: String, Sendable {
    case pays, receives, buys, sells, fines, asks, repays, owes, costs, brings, comes, spends, deals, names
  }

  let pattern: Pattern
  let kind: Mention.Kind?
  let status: Mention.FlowStatus

  /// `pays loan disbursed`, `-` for no kind; nil where it cannot be read.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 3, let pattern = Pattern(rawValue: String(words[0])),
      let status = Mention.FlowStatus(rawValue: String(words[2]))
    else { return nil }
    kind = Mention.Kind(rawValue: String(words[1]))
    guard kind != nil || words[1] == "-" else { return nil }
    self.pattern = pattern
    self.status = status
  }

  /// Who does what the verb says.
  var agent: Side? {
    switch pattern {
    case .pays, .buys, .owes, .spends, .repays, .deals: .payer
    case .receives, .sells, .fines, .asks: .payee
    case .costs, .brings, .comes, .names: nil
    }
  }

  /// Who stands behind the verb without a preposition, or behind "to".
  var object: Side? {
    switch pattern {
    case .pays, .owes, .repays, .brings, .comes, .deals: .payee
    case .sells, .fines, .asks, .costs: .payer
    case .receives, .buys, .spends, .names: nil
    }
  }

  /// Who stands behind "from".
  var source: Side? {
    switch pattern {
    case .receives, .asks, .comes, .brings, .deals: .payer
    case .buys, .repays: .payee
    case .pays, .owes, .sells, .fines, .costs, .spends, .names: nil
    }
  }
}
