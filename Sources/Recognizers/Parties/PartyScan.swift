// Every party a sentence names, in one pass over its tokens.
import Model

/// Reads names of the lexicon, institutions by the form of their names, and words that point back to a party.
struct PartyScan {
  let sentence: Sentence
  /// Tokens of the amounts: "American" in "30 American cents" is no party.
  let amounts: [Range<Int>]
  /// A headline with all its words in capitals, where these tell no names.
  private let isTitle: Bool
  private var found: [PartyPhrase]

  /// Reads the parties of a sentence, in its order, in the place of what `parties` held; they do not overlap.
  static func read(_ sentence: Sentence, beside amounts: [Range<Int>], into parties: inout [PartyPhrase]) {
    var scan = PartyScan(sentence: sentence, amounts: amounts, found: parties)
    parties = []
    scan.found.removeAll(keepingCapacity: true)
    scan.run()
    parties = scan.found
  }

  private init(sentence: Sentence, amounts: [Range<Int>], found: [PartyPhrase]) {
    self.sentence = sentence
    self.amounts = amounts
    self.found = found
    var words = 0
    var capitals = 0
    for token in sentence.tokens where token.kind == .word && token.end - token.start > 3 {
      words += 1
      capitals += token.isCapitalized ? 1 : 0
    }
    isTitle = words > 4 && capitals * 3 > words * 2
  }

  private mutating func run() {
    var index = 0
    var amount = 0
    while index < sentence.count {
      while amount < amounts.count, amounts[amount].upperBound <= index { amount += 1 }
      if amount < amounts.count, amounts[amount].lowerBound <= index {
        index = amounts[amount].upperBound
        continue
      }
      index = max(step(at: index), index + 1)
    }
  }

  /// Adds the party that begins at a token, if one does; the token to go on at.
  private mutating func step(at index: Int) -> Int {
    let token = sentence.tokens[index]
    guard token.kind == .word else { return index + 1 }
    if !token.isCapitalized {
      let word = sentence.context(index)
      if word.parts.isDisjoint(with: [.party, .opensPhrase, .reference]), !word.grammar.isPronoun { return index + 1 }
    } else if !isTitle, let run = InstitutionName.run(at: index, in: sentence) {
      if !run.isPerson {
        append(PartyPhrase(tokens: run.tokens, naming: .run(run.tokens), isVague: run.isVague))
      }
      return run.tokens.upperBound
    }
    guard let phrase = phrase(at: index) else { return index + 1 }
    append(phrase)
    return phrase.tokens.upperBound
  }

  private func phrase(at index: Int) -> PartyPhrase? {
    if let (sense, end) = sentence.party(at: index) { return named(sense, index..<end) }
    return pointer(at: index)
  }

  /// A name, with the noun it stands before.
  private func named(_ sense: PartySense, _ tokens: Range<Int>) -> PartyPhrase? {
    // "Swiss francs", "Canadian dollars"
    if sentence.isWord(tokens.upperBound), sentence.roles(tokens.upperBound).contains(.currency),
      !sentence.parts(tokens.upperBound).contains(.frame)
    {
      return nil
    }
    var phrase = PartyPhrase(tokens: tokens, naming: .known(sense.party), agency: sense.agency)
    switch sense.form {
    case .body:
      phrase.naming = .body(sentence.tokens[tokens.lowerBound].isCapitalized ? sense.party : -1)
      if PartyHeads.isPossessive(tokens.upperBound, in: sentence) { return possessive(phrase) }
      if sentence.phrase(at: tokens.upperBound, .head) == nil, PartyHeads.goesOn(tokens.upperBound, in: sentence) {
        return nil
      }
      phrase.tokens = tokens.lowerBound..<PartyHeads.nameEnd(behind: tokens.upperBound, in: sentence)
    case .state, .capital, .institution, .company, .demonym:
      phrase.isPlace = sense.form != .institution && sense.form != .company
      phrase.isCompany = sense.form == .company
      extend(&phrase, isAdjective: sense.form == .demonym)
    }
    return phrase
  }

  /// It, the country, the ministry.
  private func pointer(at index: Int) -> PartyPhrase? {
    let word = sentence.context(index)
    switch word.grammar {
    case .it, .they, .we, .its:
      return PartyPhrase(
        tokens: index..<(index + 1), naming: .pronoun(word.grammar), isPossessive: word.grammar == .its)
    default: break
    }
    guard word.parts.contains(.reference), sentence.isDefinite(index), !sentence.isAnother(index + 1),
      sentence.grammar(index + 1) != .of
    else { return nil }
    var phrase = PartyPhrase(tokens: index..<(index + 1), naming: .reference(word.reference))
    if word.reference == .state { extend(&phrase, isAdjective: false) }
    return phrase
  }

  /// Words that may stand between a preposition and a party: "to neighbouring Kenya", "for the young Tajik army".
  private func adjectives(before phrase: PartyPhrase) -> Int {
    switch phrase.naming {
    case .pronoun: 0
    case .known, .run: phrase.isModifier || sentence.roles(phrase.tokens.lowerBound).contains(.adjective) ? 2 : 1
    case .body, .reference: 2
    }
  }

  /// Takes in the genitive or the noun behind a name: "Peru's ministry of health", "Tajik government officials".
  private func extend(_ phrase: inout PartyPhrase, isAdjective: Bool) {
    var end = phrase.tokens.upperBound
    let isPossessive = PartyHeads.isPossessive(end, in: sentence)
    if isPossessive { end = PartyHeads.genitiveEnd(end, in: sentence) }
    let gap = isAdjective || isPossessive ? 3 : 0
    if let head = PartyHeads.head(after: end, within: gap, outside: amounts, in: sentence) {
      phrase.tokens = phrase.tokens.lowerBound..<head.end
      if head.agency >= 0 { phrase.agency = head.agency }
      phrase.isPlace = false
      if PartyHeads.isPossessive(head.end, in: sentence) { phrase = possessive(phrase) }
    } else if isPossessive {
      phrase = possessive(phrase)
    } else if isAdjective {
      phrase.isModifier =
        PartyHeads.isNoun(end, in: sentence) || PartyHeads.isBareAdjective(phrase.tokens, in: sentence)
      phrase.describesThing = phrase.isModifier && PartyHeads.isThing(end, in: sentence)
      phrase.isPersons = phrase.isModifier && PartyHeads.isPersons(end, in: sentence)
    }
  }

  private func possessive(_ phrase: PartyPhrase) -> PartyPhrase {
    var phrase = phrase
    phrase.isPossessive = true
    phrase.tokens = phrase.tokens.lowerBound..<PartyHeads.genitiveEnd(phrase.tokens.upperBound, in: sentence)
    return phrase
  }

  /// Adds a phrase, unless it stands for people, with what stands before it: "the ministry of health of Peru" is one party, "Finland and Estonia" a
  /// list.
  private mutating func append(_ phrase: PartyPhrase) {
    var phrase = phrase
    if phrase.isPersons { return }
    if let whole = PartyHeads.whole(before: phrase, last: found.last, in: sentence) {
      if found.last?.tokens.lowerBound == whole.tokens.lowerBound { found.removeLast() }
      phrase = whole
    }
    let start = phrase.tokens.lowerBound
    if let last = found.last, sentence.joins(last.tokens.upperBound, start) {
      phrase.isListed = true
      phrase.preposition = last.preposition
    } else {
      phrase.preposition = sentence.preposition(before: start, adjectives: adjectives(before: phrase))
    }
    found.append(phrase)
  }
}
