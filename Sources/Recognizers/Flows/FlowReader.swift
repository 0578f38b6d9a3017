// Who pays whom, what the money is and what has become of it, for each amount of a sentence.
import Model

struct Flow {
  var payer: Mention.Party?
  var payee: Mention.Party?
  var kind: Mention.Kind?
  var status = Mention.FlowStatus.unknown
  /// What stands beside the noun: "annual rent", "GDP per head", "$2 million in subsidies a year".
  var per: String?
}

struct FlowReader {
  private let clause: Clause
  private let antecedents: Antecedents

  /// `told` is what the mention before said, where it stands in the same paragraph.
  init(_ clause: Clause, preceding: PrecedingSentence, told: Discourse.Flow?) {
    self.clause = clause
    antecedents = Antecedents(clause: clause, preceding: preceding, told: told)
  }

  /// The flow of an amount, whose per-phrase ends at `end`; `told` is that of the amount before it.
  func flow(of amount: Range<Int>, per: String?, until end: Int, after told: Discourse.Flow?) -> Flow {
    let bound = MoneyNoun.bound(to: amount, until: end, in: clause)
    let (first, second) = Governor.governors(of: amount, bound, in: clause)
    let noun = bound ?? MoneyNoun.told(of: amount, by: first, in: clause)
    var sides = Sides()
    if let first { readVerb(first, noun, amount, &sides) }
    if let second { readSecond(second, beside: first, amount, &sides) }
    let place = place(first, noun, amount, payer: sides.payer)
    let money = MoneyKind(clause: clause, amount: amount, noun: noun, governor: first, second: second, per: per)
    var kind = money.read(sides, isSpentElsewhere: place != nil)
    NounSides.read(noun, kind, of: amount, in: clause, into: &sides)
    if takesPlace(kind), sides.payer != nil || kind == .investment { sides.fill(.payee, place) }
    if noun?.isProgramme(in: clause.sentence) == true, kind == .cost, sides.payer != nil, sides.payee != nil {
      kind = .aid
    }
    if kind == .debt, let first, clause.frame(first.predicate).kind == .debtRelief { swap(&sides.payer, &sides.payee) }
    if let first { drop(&sides, &kind, by: clause.frame(first.predicate)) }
    var flow = Flow(kind: kind)
    flow.payer = sides.payer.flatMap { antecedents.party($0) }
    flow.payee = sides.payee.flatMap { antecedents.party($0, besides: flow.payer) }
    Continuation(clause: clause, antecedents: antecedents, amount: amount, governor: first).fill(&flow, after: told)
    flow.status = MoneyStatus.read(amount, first, second, flow.kind, in: clause)
    flow.per = noun?.per(in: clause.sentence)
    return settled(flow)
  }

  /// What the verb tells. Where it is one of agreement, or spends a loan, its subject is the party that the noun does
  /// not name; who pays back is whom the noun's giver lent to.
  private func readVerb(_ governor: Governor, _ noun: MoneyNoun?, _ amount: Range<Int>, _ sides: inout Sides) {
    let frame = clause.frame(governor.predicate)
    let isTransfer = noun.map { !$0.isThing && ($0.kind == .loan || $0.kind == .grant || $0.kind == .aid) } ?? false
    switch frame.pattern {
    case .deals:
      NounSides.read(noun, nil, of: amount, in: clause, into: &sides)
      readDeal(governor, amount, &sides)
    case .spends where isTransfer && noun?.place == .behind:
      NounSides.read(noun, nil, of: amount, in: clause, into: &sides)
      if sides.payer == nil {
        VerbSides.read(governor, of: amount, in: clause, into: &sides)
      } else {
        readDeal(governor, amount, &sides)
      }
    case .repays where isTransfer:
      VerbSides.read(governor, of: amount, in: clause, into: &sides)
      var lent = Sides()
      NounSides.read(noun, nil, of: amount, in: clause, into: &lent)
      sides.fill(.payee, lent.payer)
    default: VerbSides.read(governor, of: amount, in: clause, into: &sides)
    }
  }

  /// Who plans or expects something that is no payment pays nothing; a ministry that requests money of nobody wants it of
  /// its own state.
  private func drop(_ sides: inout Sides, _ kind: inout Mention.Kind?, by frame: Frame) {
    switch frame.pattern {
    case .deals where sides.payee == nil && frame.status != .pledged && frame.status != .committed:
      if kind == nil || kind == .other || kind == .revenue || kind == .price { sides.payer = nil }
    case .asks where sides.payer == nil && kind == .aid:
      guard let payee = sides.payee, clause.parties[payee].agency >= 0 else { return }
      swap(&sides.payer, &sides.payee)
      kind = .budget
    default: return
    }
  }

  /// A verb of agreement or refusal: its subject is the party that the noun does not name.
  private func readDeal(_ governor: Governor, _ amount: Range<Int>, _ sides: inout Sides) {
    if sides.payer == nil {
      VerbSides.read(governor, of: amount, in: clause, into: &sides)
    } else if governor.place == .left, !governor.predicate.isPassive,
      case .party(let subject) = clause.subject(of: governor.predicate), subject != sides.payer
    {
      sides.fill(.payee, subject)
    } else if let agent = clause.party(
      behind: .by, in: governor.predicate.tokens.upperBound..<clause.sentence.count, beside: amount)
    {
      sides.fill(.payer, agent)
    }
  }

  /// "the £740 million it had borrowed from Britain", "€600 million owed by Ivory Coast"
  private func readSecond(_ second: Governor, beside first: Governor?, _ amount: Range<Int>, _ sides: inout Sides) {
    var told = Sides()
    VerbSides.read(second, of: amount, in: clause, into: &told)
    let isReversed =
      first.map {
        let frame = clause.frame($0.predicate)
        return frame.pattern == .repays || frame.kind == .debtRelief || frame.status == .cancelled
      } ?? false
    guard second.place == .relative || second.predicate.isPassive else { return }
    sides.fill(isReversed ? .payee : .payer, told.payer)
    sides.fill(isReversed ? .payer : .payee, told.payee)
  }

  /// Where the money is spent: "in Kenya", "for the Georgian police", "on Tajik projects".
  private func place(_ governor: Governor?, _ noun: MoneyNoun?, _ amount: Range<Int>, payer: Int?) -> Int? {
    let start = min(governor?.predicate.start ?? noun?.tokens.lowerBound ?? amount.lowerBound, amount.lowerBound)
    var far: Int?
    for index in clause.parties.indices {
      let phrase = clause.parties[index]
      guard phrase.tokens.lowerBound >= start, index != payer, !phrase.isListed else { continue }
      switch phrase.preposition {
      case .for, .in, .on, .into, .at, .to:
        guard isBeneficiary(phrase) else { continue }
        if phrase.tokens.lowerBound >= amount.upperBound { return index }
        far = index
      default: continue
      }
    }
    return far
  }

  /// A state or region; an institution only where it is what the money is for.
  private func isBeneficiary(_ phrase: PartyPhrase) -> Bool {
    switch phrase.naming {
    case .known(let party):
      phrase.isPlace || party >= 0 && phrase.preposition != .in
        || party >= 0 && clause.sentence.contextLexicon.parties[Int(party)].iso3 != nil
    case .reference(.state), .body: true
    case .run, .pronoun, .reference: false
    }
  }

  private func takesPlace(_ kind: Mention.Kind?) -> Bool {
    switch kind {
    case .aid, .grant, .loan, .investment, .cost, nil: true
    default: false
    }
  }

  /// The same party on both sides is none; what an economy makes or trades has no payer.
  private func settled(_ flow: Flow) -> Flow {
    var flow = flow
    if let payer = flow.payer, payer.name == flow.payee?.name { flow.payee = nil }
    switch flow.kind {
    case .gdp, .trade:
      flow.payer = nil
      flow.payee = nil
    case .budget: flow.payee = nil
    default: break
    }
    return flow
  }
}
