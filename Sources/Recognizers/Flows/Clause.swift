// A sentence as parties, verbs of payment and amounts, and who is the subject of which verb.
import Model

/// An object, as all that tells its flows holds it.
final class Clause {
  let sentence: Sentence
  let amounts: [Range<Int>]
  let parties: [PartyPhrase]
  let predicates: [Predicate]

  init(sentence: Sentence, amounts: [Range<Int>], parties: [PartyPhrase], predicates: [Predicate]) {
    self.sentence = sentence
    self.amounts = amounts
    self.parties = parties
    self.predicates = predicates
  }

  func frame(_ predicate: Predicate) -> Frame { sentence.contextLexicon.frames[Int(predicate.frame)] }

  /// Whether something between two tokens makes them parts of different clauses.
  func isBroken(_ range: Range<Int>) -> Bool {
    range.contains { index in
      sentence.isMark(index, UInt8(ascii: ";")) || sentence.roles(index).contains(.clauseBreak)
        || sentence.isMark(index, UInt8(ascii: ":"))
    }
  }

  /// Index of the party that ends just before a token.
  func party(endingAt end: Int) -> Int? { parties.firstIndex { $0.tokens.upperBound == end } }

  /// Index of the party that begins at a token.
  func party(at start: Int) -> Int? { parties.firstIndex { $0.tokens.lowerBound == start } }

  /// What stands before a verb.
  enum Subject {
    case party(Int)
    /// A noun that names no party.
    case stranger
    case none
  }

  /// The subject of a verb.
  func subject(of predicate: Predicate) -> Subject {
    var index = predicate.start
    if predicate.isInfinitive { index -= 1 }
    var steps = 0
    while index > 0, steps < 40 {
      steps += 1
      if let found = party(endingAt: index) {
        let phrase = parties[found]
        if isSubject(phrase) { return .party(first(ofListWith: found)) }
        index = phrase.tokens.lowerBound
        continue
      }
      if let other = predicates.last(where: { $0.tokens.upperBound == index }), other.start < predicate.start {
        return subject(of: other)
      }
      let before = index - 1
      switch step(over: before, to: predicate) {
      case .skip: index = before
      case .far: return .party(farSubject(before: before, of: predicate) ?? -1).orNone
      case .stop: return .stranger
      }
    }
    return .none
  }

  private enum Step { case skip, far, stop }

  /// What a word between a verb and its subject allows: to look on, to look for the subject of a clause further left,
  /// or nothing.
  private func step(over index: Int, to predicate: Predicate) -> Step {
    let grammar = sentence.grammar(index)
    if sentence.isMark(index, UInt8(ascii: ",")) || grammar == .and || grammar == .relative { return .far }
    if grammar == .to || grammar.isAuxiliary || PredicateScan.isAdverb(index, in: sentence) { return .skip }
    if grammar == .person { return .stop }
    // "plans to spend", "agreed to lend", "Russia to finance"
    if predicate.isInfinitive, sentence.isWord(index), grammar == .none { return .far }
    if grammar.isPreposition || grammar == .article { return .skip }
    if sentence.tokens[index].kind == .mark { return .far }
    return precededByPreposition(index) ? .skip : .stop
  }

  /// "companies in rural areas paid": the noun before the verb belongs to a preposition.
  private func precededByPreposition(_ index: Int) -> Bool {
    guard sentence.isWord(index) else { return false }
    return sentence.preposition(before: index, adjectives: 2) != .none
  }

  /// The antecedent of a relative, or the subject of a verb that "and" joins to this one.
  private func farSubject(before index: Int, of predicate: Predicate) -> Int? {
    if sentence.grammar(index) == .relative,
      let near = parties.lastIndex(where: { $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 3 }),
      parties[near].isPossessive
    {
      return near
    }
    guard let found = nearestSubject(before: index) else { return nil }
    if sentence.grammar(index) == .and, isEmbedded(found, before: predicate), found > 0,
      let outer = nearestSubject(before: parties[found].tokens.lowerBound - 1)
    {
      return outer
    }
    return found
  }

  /// "It suggested that the buyer pay and insisted": a subject behind "that" whose verb is a bare infinitive has no
  /// second verb in the past.
  private func isEmbedded(_ party: Int, before predicate: Predicate) -> Bool {
    let start = parties[party].tokens.lowerBound
    guard sentence.grammar(start - 1) == .relative, sentence.parts(start - 2).contains(.mandative) else { return false }
    let verb = sentence.tokens[predicate.tokens.lowerBound]
    return sentence.text[verb.end - 1] == UInt8(ascii: "d")
  }

  /// The nearest party that stands as a subject does.
  private func nearestSubject(before index: Int) -> Int? {
    guard
      let found = parties.lastIndex(where: {
        $0.tokens.upperBound <= index && isSubject($0) && !$0.isVague
      })
    else { return nil }
    if isBroken(parties[found].tokens.upperBound..<index) { return nil }
    return first(ofListWith: found)
  }

  /// Without a preposition, not the owner of something, and no object right behind a verb of payment.
  private func isSubject(_ phrase: PartyPhrase) -> Bool {
    phrase.preposition == .none && !phrase.isPossessive && !phrase.isModifier
  }

  /// The first of a list: "Finland and Estonia gave".
  func first(ofListWith index: Int) -> Int {
    var index = index
    while index > 0, parties[index].isListed { index -= 1 }
    return index
  }
}

extension Clause.Subject {
  /// The party, or none for an index below zero.
  fileprivate var orNone: Clause.Subject {
    if case .party(let index) = self, index < 0 { return .none }
    return self
  }
}
