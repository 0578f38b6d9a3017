// The party that a phrase names, looked up where it only points: "it", "the country", "the Defense Ministry".
import Model

struct Antecedents {
  let clause: Clause
  let preceding: PrecedingSentence
  let told: Discourse.Flow?

  /// The party a phrase of the clause stands for, not `other`, who stands on the other side; nil where the paragraph does
  /// not tell.
  func party(_ index: Int, besides other: Mention.Party? = nil) -> Mention.Party? {
    let phrase = clause.parties[index]
    if case .body(let party) = phrase.naming, party < 0 {
      return state(ofBodyAt: index, besides: other).map { with(phrase.agency, $0, clause.sentence) }
    }
    let found = party(index, of: clause.parties, in: clause.sentence, isFirst: true)
    guard let other, found?.name == other.name, phrase.isPointer else { return found }
    guard case .reference(.state) = phrase.naming, let before = preceding.read() else { return nil }
    return onlyState(before.parties[...], before.sentence, besides: other)
  }

  /// `isFirst`: a phrase of the amount's own sentence, not of the one before.
  private func party(
    _ index: Int, of parties: [PartyPhrase], in sentence: Sentence, isFirst: Bool
  ) -> Mention.Party? {
    let phrase = parties[index]
    switch phrase.naming {
    case .known(let party): return named(party, phrase, sentence)
    case .run(let tokens): return Mention.Party(name: sentence.name(tokens))
    case .body(let party): return named(party, phrase, sentence)
    case .pronoun(let pronoun): return back(from: index, pronoun, parties, sentence, isFirst)
    case .reference(let reference):
      return back(from: index, reference, parties, sentence, isFirst).map { with(phrase.agency, $0, sentence) }
    }
  }

  private func named(_ party: Int16, _ phrase: PartyPhrase, _ sentence: Sentence) -> Mention.Party? {
    guard party >= 0 else { return nil }
    return with(phrase.agency, sentence.contextLexicon.parties[Int(party)], sentence)
  }

  private func with(_ agency: Int16, _ party: Mention.Party, _ sentence: Sentence) -> Mention.Party {
    guard agency >= 0 else { return party }
    var party = party
    party.agency = sentence.contextLexicon.agencies[Int(agency)]
    return party
  }

  /// The state whose ministry is named without it: the one state named before it in the sentence, the state whose
  /// ministry was named last, the one state of the sentence before, or of the whole sentence.
  private func state(ofBodyAt index: Int, besides other: Mention.Party?) -> Mention.Party? {
    let parties = clause.parties
    if let here = onlyState(parties[..<index], clause.sentence, besides: other) { return here }
    if let told {
      for party in [told.payee, told.payer]
      where party?.agency != nil && party?.iso3 != nil && party?.name != other?.name {
        return bare(party)
      }
    }
    if let found = preceding.read(overParagraphs: true) {
      for phrase in found.parties.reversed() where phrase.agency >= 0 {
        if case .known(let party) = phrase.naming, let party = named(party, phrase, found.sentence),
          party.name != other?.name
        {
          return bare(party)
        }
      }
      if let only = onlyState(found.parties[...], found.sentence, besides: other) { return only }
    }
    return onlyState(parties[...], clause.sentence, besides: other)
  }

  private func bare(_ party: Mention.Party?) -> Mention.Party? {
    var party = party
    party?.agency = nil
    return party
  }

  /// The one state that a sentence names; nil for none or several.
  func onlyState(
    _ parties: ArraySlice<PartyPhrase>, _ sentence: Sentence, besides other: Mention.Party? = nil
  ) -> Mention.Party? {
    var only: Mention.Party?
    for phrase in parties {
      guard case .known(let index) = phrase.naming, index >= 0 else { continue }
      let party = sentence.contextLexicon.parties[Int(index)]
      guard party.iso3 != nil, party.name != other?.name, party.name != only?.name else { continue }
      if only != nil { return nil }
      only = party
    }
    return only
  }

  /// What "it" or "they" stands for: as a subject the subject before, else the last party that is none.
  private func back(
    from index: Int, _ pronoun: Grammar, _ parties: [PartyPhrase], _ sentence: Sentence, _ isFirst: Bool
  ) -> Mention.Party? {
    let isOblique = parties[index].preposition != .none && pronoun != .its
    if isOblique {
      let other = parties[..<index].lastIndex { $0.preposition != .none && !$0.isPointer }
      if let other { return party(other, of: parties, in: sentence, isFirst: isFirst) }
    }
    if let subject = parties[..<index].firstIndex(where: { isSubject($0) }) {
      return party(subject, of: parties, in: sentence, isFirst: isFirst)
    }
    guard isFirst, pronoun != .we || !isOblique, let found = preceding.read() else { return nil }
    if let subject = found.parties.firstIndex(where: { isSubject($0) }) {
      return party(subject, of: found.parties, in: found.sentence, isFirst: false)
    }
    if let owner = found.parties.firstIndex(where: { $0.isPossessive && !$0.isPointer }) {
      return party(owner, of: found.parties, in: found.sentence, isFirst: false)
    }
    return nil
  }

  private func isSubject(_ phrase: PartyPhrase) -> Bool {
    phrase.preposition == .none && !phrase.isPointer && !phrase.isPossessive && !phrase.isModifier && !phrase.isVague
  }

  /// What "the country", "the ministry" or "the company" stands for: the last named before that is one.
  private func back(
    from index: Int, _ reference: Reference, _ parties: [PartyPhrase], _ sentence: Sentence, _ isFirst: Bool
  ) -> Mention.Party? {
    if let here = last(reference, parties[..<index], sentence) { return here }
    guard isFirst, let found = preceding.read(overParagraphs: reference != .company) else { return nil }
    return last(reference, found.parties[...], found.sentence)
  }

  private func last(_ reference: Reference, _ parties: ArraySlice<PartyPhrase>, _ sentence: Sentence) -> Mention.Party?
  {
    for phrase in parties.reversed() {
      switch phrase.naming {
      case .known(let index) where index >= 0:
        let party = named(index, phrase, sentence)
        switch reference {
        case .state where party?.iso3 != nil: return bare(party)
        case .body where party?.agency != nil: return party
        case .company where party?.iso3 == nil: return party
        default: continue
        }
      case .run(let tokens) where reference == .company: return Mention.Party(name: sentence.name(tokens))
      default: continue
      }
    }
    return nil
  }
}

extension Sentence {
  /// The words of a name with single spaces, as written; a leading "the" or a small letter is made a name's.
  func name(_ tokens: Range<Int>) -> String {
    var name = ""
    for index in tokens {
      if self.tokens[index].isSpaced, !name.isEmpty { name += " " }
      name += string(index)
    }
    guard let first = name.first, first.isLowercase else { return name }
    return first.uppercased() + name.dropFirst()
  }
}
