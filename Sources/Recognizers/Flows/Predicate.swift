// The verbs of payment in a sentence.
import Model

struct Predicate {
  var tokens: Range<Int>
  /// Index into the lexicon's frames.
  var frame: UInt8
  /// The subject undergoes what the verb says: "was fined", "granted by".
  var isPassive: Bool
  /// Follows "to".
  var isInfinitive: Bool
  /// The first token of the verb with its auxiliaries: "had been" of "had been allotted".
  var start: Int
}

enum PredicateScan {
  /// Reads the verbs of payment of a sentence, in its order, outside amounts and names, in the place of what `found` held.
  static func read(
    _ sentence: Sentence, beside amounts: [Range<Int>], and parties: [PartyPhrase], into found: inout [Predicate]
  ) {
    found.removeAll(keepingCapacity: true)
    var index = 0
    var amount = 0
    var party = 0
    while index < sentence.count {
      while amount < amounts.count, amounts[amount].upperBound <= index { amount += 1 }
      while party < parties.count, parties[party].tokens.upperBound <= index { party += 1 }
      if amount < amounts.count, amounts[amount].contains(index) {
        index = amounts[amount].upperBound
      } else if party < parties.count, parties[party].tokens.contains(index) {
        index = parties[party].tokens.upperBound
      } else if let verb = predicate(at: index, in: sentence, parties, amounts) {
        found.append(verb)
        index = verb.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  private static func predicate(
    at index: Int, in sentence: Sentence, _ parties: [PartyPhrase], _ amounts: [Range<Int>]
  ) -> Predicate? {
    guard let phrase = sentence.phrase(at: index, Parts.frame), sentence.phrase(at: index, Parts.link) == nil else {
      return nil
    }
    let open = groupOpening(index, in: sentence)
    let isInfinitive = sentence.grammar(open - 1) == .to
    let start = isInfinitive ? open : groupStart(open, index, in: sentence)
    let isAfterBe = (start..<index).contains { sentence.grammar($0) == .be }
    guard isAfterBe || start < index || isInfinitive || isVerb(index, behind: open, in: sentence, parties, amounts)
    else { return nil }
    let isProgressive = endsInIng(index, in: sentence)
    let isReduced = sentence.grammar(phrase.end) == .by && !isProgressive
    return Predicate(
      tokens: index..<phrase.end, frame: phrase.word.frame,
      isPassive: isAfterBe && !isProgressive || isReduced, isInfinitive: isInfinitive, start: start)
  }

  /// Where auxiliaries and adverbs before a verb begin.
  private static func groupOpening(_ index: Int, in sentence: Sentence) -> Int {
    var start = index
    while start > 0 {
      if sentence.grammar(start - 1).isAuxiliary || isAdverb(start - 1, in: sentence)
        || sentence.grammar(start - 1) == .preposition && sentence.grammar(start - 2) == .have
      {
        start -= 1
      } else {
        break
      }
    }
    return start
  }

  /// Where the auxiliaries begin: adverbs alone are none.
  private static func groupStart(_ open: Int, _ index: Int, in sentence: Sentence) -> Int {
    var start = open
    while start < index, sentence.grammar(start) == .adverb || sentence.grammar(start) == .none { start += 1 }
    return start
  }

  static func isAdverb(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index) else { return false }
    let token = sentence.tokens[index]
    guard token.end - token.start > 4, sentence.text[token.end - 1] == UInt8(ascii: "y"),
      sentence.text[token.end - 2] == UInt8(ascii: "l")
    else { return false }
    return sentence.lacks(index, .kind, [.thing, .frame, .head])
  }

  private static func endsInIng(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    return token.end - token.start > 4 && sentence.text[token.end - 3] == UInt8(ascii: "i")
      && sentence.text[token.end - 2] == UInt8(ascii: "n") && sentence.text[token.end - 1] == UInt8(ascii: "g")
  }

  /// Whether a word that may be a noun too is a verb where it stands: "they grant", not "the grant".
  private static func isVerb(
    _ index: Int, behind open: Int, in sentence: Sentence, _ parties: [PartyPhrase], _ amounts: [Range<Int>]
  ) -> Bool {
    let before = open - 1
    let isAmbiguous = !sentence.lacks(index, [.kind, .movement], [.thing, .use, .nounToo])
    switch sentence.grammar(before) {
    case .to, .they, .it, .we, .relative, .modal: return true
    case .article, .its: return false
    case .and: return !isAmbiguous || isBeforeObject(index, in: sentence, parties, amounts)
    case .of, .in, .for, .with, .by, .from, .on, .at, .into, .preposition:
      return endsInIng(index, in: sentence) && !isFollowedByNounLink(index, in: sentence)
    default: break
    }
    if let party = parties.last(where: { $0.tokens.upperBound == before + 1 }) {
      if isAmbiguous, !isPast(index, in: sentence) {
        return !party.isPossessive && !party.isModifier && hasObject(index, in: sentence, parties, amounts)
      }
      return !party.isPossessive
    }
    if !isAmbiguous { return !sentence.tokens[index].isCapitalized || index == 0 }
    if amounts.contains(where: { $0.upperBound == index }) { return false }
    // "rents average", "the state budget": a noun unless an object follows
    return (sentence.isWord(before) || sentence.isComma(before))
      && isBeforeObject(index, in: sentence, parties, amounts)
  }

  /// "-ed": no noun.
  private static func isPast(_ index: Int, in sentence: Sentence) -> Bool { sentence.endsInED(index) }

  /// Whether what follows a word is what a verb has behind it.
  private static func hasObject(
    _ index: Int, in sentence: Sentence, _ parties: [PartyPhrase], _ amounts: [Range<Int>]
  ) -> Bool {
    isBeforeObject(index, in: sentence, parties, amounts) || sentence.grammar(index + 1) == .to
      || sentence.grammar(index + 1) == .article || sentence.grammar(index + 1) == .its
  }

  /// Whether an amount, a party or an article follows.
  private static func isBeforeObject(
    _ index: Int, in sentence: Sentence, _ parties: [PartyPhrase], _ amounts: [Range<Int>]
  ) -> Bool {
    if parties.contains(where: { $0.tokens.lowerBound == index + 1 }) { return true }
    if !parties.isEmpty, sentence.grammar(index + 1) == .article { return true }
    return amounts.contains { $0.lowerBound > index && MoneyNoun.amountStart($0.lowerBound, sentence) <= index + 1 }
  }

  /// "of building of": a noun.
  private static func isFollowedByNounLink(_ index: Int, in sentence: Sentence) -> Bool {
    sentence.grammar(index + 1) == .of
  }
}
