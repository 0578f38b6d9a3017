// The noun that names the money of an amount: the loan of "a $5 million loan", the debt of "$3 million of its debt".
import Model

struct MoneyNoun {
  enum Place {
    /// "a $5 million loan"
    case behind
    /// "$5 million in aid", "$5 million of the debt"
    case within
    /// "a loan of $5 million", "loans worth $5 million"
    case before
    /// "the debt stands at $5 million", "raised its aid to $5 million"
    case subject
  }

  var kind: Mention.Kind
  var tokens: Range<Int>
  var place: Place
  /// A thing that costs money, not money itself.
  var isThing: Bool

  /// The noun closest bound to an amount, or to the per-phrase that ends at `end`; nil where the amount stands for
  /// itself.
  static func bound(to amount: Range<Int>, until end: Int, in clause: Clause) -> MoneyNoun? {
    let behind = behind(amount, in: clause)
    if let behind, !behind.isThing { return behind }
    if let within = within(end, in: clause), !within.isThing { return within }
    let before = before(amount, in: clause)
    if let before, !before.isThing { return before }
    return behind ?? before
  }

  private static func behind(_ amount: Range<Int>, in clause: Clause) -> MoneyNoun? {
    let sentence = clause.sentence
    var index = amount.upperBound
    var best: MoneyNoun?
    var words = 0
    while index < sentence.count, words < 7 {
      if isInsideName(index, sentence) {
        index += 1
        continue
      }
      guard sentence.isWord(index), sentence.grammar(index) == .none,
        !clause.amounts.contains(where: { $0.contains(index) }),
        sentence.roles(index).isDisjoint(with: [.month, .follower, .per]), !clause.isVerb(index)
      else { break }
      let found = noun(at: index, .behind, sentence)
      if let found, !found.isThing || best?.isThing ?? true { best = found }
      index = found?.tokens.upperBound ?? index + 1
      words += 1
    }
    return best
  }

  /// "in aid", "of the Tajik debt", "worth of radios" behind an amount.
  private static func within(_ end: Int, in clause: Clause) -> MoneyNoun? {
    let sentence = clause.sentence
    var index = end
    if PartyHeads.isPossessive(index, in: sentence) { index = PartyHeads.genitiveEnd(index, in: sentence) }
    if sentence.parts(index).contains(.link), sentence.grammar(index + 1) == .of { index += 1 }
    guard sentence.grammar(index) == .in || sentence.grammar(index) == .of || sentence.isAs(index) else { return nil }
    index += 1
    var words = 0
    while index < sentence.count, words < 7 {
      if let found = noun(at: index, .within, sentence) {
        // "of the debt relief", "of bank credit guarantees"
        let next = noun(at: found.tokens.upperBound, .within, sentence)
        return next.map { !$0.isThing } == true ? next : found
      }
      let grammar = sentence.grammar(index)
      guard sentence.isWord(index) || isInsideName(index, sentence), !clause.isVerb(index),
        grammar == .none || grammar == .article || grammar == .its || grammar == .adverb
      else { return nil }
      index += 1
      words += 1
    }
    return nil
  }

  private static func before(_ amount: Range<Int>, in clause: Clause) -> MoneyNoun? {
    let sentence = clause.sentence
    var index = amountStart(amount.lowerBound, sentence)
    if let link = sentence.phrase(before: index, .link) {
      index = amountStart(link.start, sentence)
      // "its economy, worth some $5 billion"
      if sentence.isComma(index - 1) { index -= 1 }
    } else if sentence.grammar(index - 1) == .of || sentence.isMark(index - 1, UInt8(ascii: ",")) {
      index -= 1
    } else {
      return nil
    }
    let limit = max(0, index - 8)
    var thing: MoneyNoun?
    while index > limit {
      if let found = noun(before: index, .before, sentence) {
        if !found.isThing { return found }
        thing = thing ?? found
      }
      index -= 1
      if clause.isVerb(index) || sentence.tokens[index].kind == .sign { break }
      if sentence.isComma(index), sentence.grammar(index + 1) != .with { break }
    }
    return thing
  }

  /// Past hedges, articles, "a total of" and the "between" of a range before an amount.
  static func amountStart(_ start: Int, _ sentence: Sentence) -> Int {
    var index = start
    for _ in 0..<3 {
      if let skipped = sentence.phrase(before: index, .hedge) ?? sentence.phrase(before: index, .filler)
        ?? sentence.phrase(before: index, .between)
      {
        index = skipped.start
      }
    }
    return index
  }

  static func noun(at index: Int, _ place: Place, _ sentence: Sentence) -> MoneyNoun? {
    if let kind = sentence.phrase(at: index, Roles.kind) {
      return MoneyNoun(kind: kind.lexeme.kind, tokens: index..<kind.end, place: place, isThing: false)
    }
    guard let thing = sentence.phrase(at: index, Parts.thing) else { return nil }
    return MoneyNoun(kind: thing.word.thing, tokens: index..<thing.end, place: place, isThing: true)
  }

  private static func noun(before end: Int, _ place: Place, _ sentence: Sentence) -> MoneyNoun? {
    if let kind = sentence.phrase(before: end, Roles.kind) {
      return MoneyNoun(kind: kind.lexeme.kind, tokens: kind.start..<end, place: place, isThing: false)
    }
    let word = sentence.context(end - 1)
    guard word.parts.contains(.thing) else { return nil }
    return MoneyNoun(kind: word.thing, tokens: (end - 1)..<end, place: place, isThing: true)
  }

  /// Hyphens, apostrophes and quotation marks inside a name.
  private static func isInsideName(_ index: Int, _ sentence: Sentence) -> Bool {
    sentence.isHyphen(index) || sentence.isMark(index, UInt8(ascii: "'")) || sentence.isMark(index, UInt8(ascii: "\""))
      || sentence.isMark(index, Token.Mark.openQuote) || sentence.isMark(index, Token.Mark.closeQuote)
  }

  /// The noun of an amount that a verb tells: "the debt stands at $5 million", "raised its aid to $5 million". Nil for a
  /// verb that names the money itself.
  static func told(of amount: Range<Int>, by governor: Governor?, in clause: Clause) -> MoneyNoun? {
    if let governor {
      let frame = clause.frame(governor.predicate)
      guard governor.place == .left, frame.pattern == .deals || frame.pattern == .comes || frame.tellsOfItsSubject
      else { return nil }
      let found = subject(
        of: amount, behind: governor.predicate.start..<governor.predicate.tokens.upperBound, in: clause)
      return found?.isThing == true ? nil : found
    }
    let verb = (0..<amount.lowerBound).reversed().first {
      clause.sentence.grammar($0) == .be || clause.sentence.roles($0).contains(.movement)
        || clause.sentence.grammar($0) == .have
    }
    let found = subject(of: amount, behind: verb.map { $0..<($0 + 1) }, in: clause)
    return found?.isThing == true ? nil : found
  }

  /// What the amount is paid for each of, told beside its noun: "annual rent of", "GDP per head is", "in subsidies a year".
  func per(in sentence: Sentence) -> String? {
    if isThing || place == .behind { return nil }
    if place != .within, let adverb = sentence.phrase(before: tokens.lowerBound, .perAdverb), adverb.lexeme.name >= 0 {
      return sentence.lexicon.names[Int(adverb.lexeme.name)]
    }
    return PerPhrase.unit(after: tokens.upperBound, in: sentence)
  }

  /// A plan of a state, for itself or for others.
  func isProgramme(in sentence: Sentence) -> Bool {
    isThing && sentence.parts(tokens.upperBound - 1).contains(.programme)
  }

  /// The noun whose amount a verb such as "reached", "raised … to" or "is" tells: the verb's object, else its subject.
  static func subject(of amount: Range<Int>, behind verb: Range<Int>?, in clause: Clause) -> MoneyNoun? {
    let sentence = clause.sentence
    if let verb {
      for index in Range.span(verb.upperBound, amount.lowerBound) {
        if let found = noun(at: index, .subject, sentence), !found.isThing { return found }
      }
    }
    let end = verb?.lowerBound ?? amount.lowerBound
    var start = end
    while start > 0, !isClauseStart(start - 1, sentence) { start -= 1 }
    var thing: MoneyNoun?
    for index in start..<end {
      guard let found = noun(at: index, .subject, sentence) else { continue }
      if !found.isThing { return found }
      thing = thing ?? found
    }
    return thing
  }

  private static func isClauseStart(_ index: Int, _ sentence: Sentence) -> Bool {
    sentence.isMark(index, UInt8(ascii: ",")) || sentence.isMark(index, UInt8(ascii: ";"))
      || sentence.isMark(index, UInt8(ascii: ":")) || sentence.roles(index).contains(.clauseBreak)
  }
}

extension Sentence {
  /// "as" before what an amount is.
  func isAs(_ index: Int) -> Bool {
    guard isWord(index), tokens[index].end - tokens[index].start == 2 else { return false }
    return text[tokens[index].start] | 0x20 == UInt8(ascii: "a") && text[tokens[index].start + 1] == UInt8(ascii: "s")
  }
}
