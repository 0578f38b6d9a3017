// Parties that a sentence leaves out because the one before has named them.
import Model

struct Continuation {
  let clause: Clause
  let antecedents: Antecedents
  let amount: Range<Int>
  let governor: Governor?

  private var sentence: Sentence { clause.sentence }
  private var frame: Frame? { governor.map { clause.frame($0.predicate) } }

  /// Fills in what the sentence goes on with; what it names itself stays. `told` are the parties of the amount before.
  func fill(_ flow: inout Flow, after told: Discourse.Flow?) {
    if flow.payer == nil, flow.payee == nil, isFurther { return take(told, &flow) }
    guard flow.payer == nil || flow.payee == nil else { return }
    if let told { goOn(told, &flow) }
    if flow.payer == nil || flow.payee == nil { counterpart(&flow, told) }
  }

  /// "another $5 million"
  private var isFurther: Bool {
    let start = MoneyNoun.amountStart(amount.lowerBound, sentence)
    return (max(0, start - 1)..<amount.lowerBound).contains { sentence.roles($0).contains(.further) }
  }

  private func take(_ told: Discourse.Flow?, _ flow: inout Flow) {
    flow.payer = told?.payer
    flow.payee = told?.payee
  }

  /// The same payee paid again without a payer, or the same payer giving again.
  private func goOn(_ told: Discourse.Flow, _ flow: inout Flow) {
    guard let frame else { return }
    if flow.payer == nil, let payee = flow.payee, payee.name == told.payee?.name, governor?.predicate.isPassive == true
    {
      flow.payer = told.payer
    }
    if flow.payee == nil, !clause.parties.contains(where: { $0.preposition == .to }), let payer = flow.payer,
      payer.name == told.payer?.name, frame.pattern == .pays,
      frame.kind != .budget, told.payee?.name != payer.name
    {
      flow.payee = told.payee
    }
  }

  /// The other of two states: in debts and rents the one the paragraph names beside the first, in payments the one of
  /// the sentence before.
  private func counterpart(_ flow: inout Flow, _ told: Discourse.Flow?) {
    let isPair = flow.kind == .debt || flow.kind == .debtRelief || flow.kind == .rent
    guard let known = flow.payer ?? flow.payee, isPair || frame?.pattern == .pays || frame?.pattern == .asks else {
      return
    }
    let isPayment = frame.map { $0.pattern == .pays && $0.kind != .budget && $0.kind != .investment } ?? false
    var other: Mention.Party?
    if isPair, known.iso3 != nil {
      other = antecedents.onlyState(clause.parties[...], sentence, besides: known)
      if other == nil, let told {
        if told.payer?.name == known.name {
          other = told.payee
        } else if told.payee?.name == known.name {
          other = told.payer
        }
      }
    }
    if other == nil, isPayment, flow.payer != nil, flow.kind == .loan || flow.kind == .grant || flow.kind == .aid {
      other = beneficiary(besides: known)
    }
    if other == nil, isPair || isPayment && flow.payer != nil, !namesOther(than: known),
      let found = antecedents.preceding.read()
    {
      other = antecedents.onlyState(found.parties[...], found.sentence, besides: known)
    }
    guard let other else { return }
    if flow.payer == nil { flow.payer = other } else { flow.payee = other }
  }

  /// The one other state of the sentence; nil where it is compared with, or gives itself.
  private func beneficiary(besides known: Mention.Party) -> Mention.Party? {
    guard let other = antecedents.onlyState(clause.parties[...], sentence, besides: known) else { return nil }
    let isAside = clause.parties.contains { phrase in
      guard case .known(let party) = phrase.naming, sentence.contextLexicon.parties[Int(party)].name == other.name
      else {
        return false
      }
      switch phrase.preposition {
      case .with, .preposition, .by, .from: return true
      default: return false
      }
    }
    return isAside ? nil : other
  }

  /// Whether the sentence names any other party than the one known.
  private func namesOther(than known: Mention.Party) -> Bool {
    clause.parties.indices.contains { index in
      if case .pronoun = clause.parties[index].naming { return false }
      return antecedents.party(index).map { $0.name != known.name } ?? false
    }
  }
}
