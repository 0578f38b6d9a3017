// Institutions the lexicon does not know, by the form of their names: "Redwood Chemicals Ltd", "University of Nairobi".
import Model

enum InstitutionName {
  struct Run {
    var tokens: Range<Int>
    /// A person's name, or no name at all.
    var isPerson: Bool
    /// Only capitals tell that it is a name: it may be a place, a product or a person.
    var isVague = false
  }

  /// The run of capitalized words that begins at a token, where it is no name of the lexicon.
  static func run(at start: Int, in sentence: Sentence) -> Run? {
    let opensSentence = start == 0 || sentence.isMark(start - 1, UInt8(ascii: "\""))
    if let known = sentence.party(at: start) {
      // "China Mobile Ltd" is a company, "China Tuesday" is not.
      let end = self.end(from: known.end, in: sentence)
      guard known.sense.form != .body, end > known.end,
        known.sense.form == .company || PartyHeads.head(after: known.end, within: 2, outside: [], in: sentence) == nil,
        endsInOrganisation(known.end..<end, in: sentence)
      else {
        return nil
      }
      return Run(tokens: start..<end, isPerson: false)
    }
    guard mayBegin(start, opensSentence, in: sentence) else { return nil }
    if isInitial(start, in: sentence) { return Run(tokens: start..<initialsEnd(start, in: sentence), isPerson: true) }
    let end = self.end(from: start + 1, in: sentence)
    let tokens = start..<end
    if endsInOrganisation(tokens, in: sentence) || tokens.dropFirst().contains(where: { isMaker($0, in: sentence) }) {
      return Run(tokens: tokens, isPerson: false)
    }
    if opensSentence, tokens.count > 1, sentence.party(at: start + 1) != nil { return nil }
    if isPerson(tokens, in: sentence) { return Run(tokens: tokens, isPerson: true) }
    if tokens.count == 1 {
      let isCity = sentence.grammar(start - 1) == .of && sentence.parts(start - 2).contains(.organisation)
      if isCity || hasInnerCapital(start, in: sentence) { return Run(tokens: tokens, isPerson: false) }
      return sentence.tokens[start].isAllCapitals && sentence.tokens[start].end - sentence.tokens[start].start > 1
        ? Run(tokens: tokens, isPerson: false, isVague: true) : nil
    }
    return Run(tokens: tokens, isPerson: false, isVague: true)
  }

  /// Words that are known as something else begin no name, at the beginning of a sentence hardly any word does.
  private static func mayBegin(_ start: Int, _ opensSentence: Bool, in sentence: Sentence) -> Bool {
    let parts = sentence.parts(start)
    if parts.contains(.organisation), !opensSentence || sentence.grammar(start + 1) == .of { return true }
    if !parts.isDisjoint(with: [.title, .givenName]) { return true }
    return sentence.grammar(start) == .none
      && sentence.lacks(
        start, [.month, .currency, .scale, .magnitude, .kind, .stop, .unit], [.frame, .head, .commonNoun, .thing])
  }

  private static func end(from start: Int, in sentence: Sentence) -> Int {
    var end = start
    while end < sentence.count {
      if isNamePart(end, in: sentence) {
        end += 1
      } else if isLink(end, in: sentence), isNamePart(end + 1, in: sentence), isMaker(end - 1, in: sentence) {
        end += 2
      } else if sentence.isHyphen(end) || sentence.isMark(end, UInt8(ascii: "&")), isNamePart(end + 1, in: sentence) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func isNamePart(_ index: Int, in sentence: Sentence) -> Bool {
    guard sentence.isWord(index) else { return false }
    return sentence.tokens[index].isCapitalized
      ? !sentence.roles(index).contains(.month) : sentence.parts(index).contains(.legalForm)
  }

  /// "of", "for", "and" inside a name.
  private static func isLink(_ index: Int, in sentence: Sentence) -> Bool {
    switch sentence.grammar(index) {
    case .of, .for: true
    default: false
    }
  }

  /// "V." before a surname.
  private static func isInitial(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    return token.end - token.start == 1 && sentence.isMark(index + 1, UInt8(ascii: "."))
  }

  private static func initialsEnd(_ start: Int, in sentence: Sentence) -> Int {
    var end = start
    while end < sentence.count, isNamePart(end, in: sentence) || sentence.isMark(end, UInt8(ascii: ".")) { end += 1 }
    return end
  }

  /// Words that make a name an institution's.
  private static func isMaker(_ index: Int, in sentence: Sentence) -> Bool {
    index >= 0 && sentence.parts(index).contains(.organisation)
  }

  private static func endsInOrganisation(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    isMaker(tokens.upperBound - 1, in: sentence) && tokens.count > 1
      || isMaker(tokens.lowerBound, in: sentence) && tokens.count > 2
  }

  private static func isPerson(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    sentence.parts(tokens.lowerBound).contains(.givenName) || sentence.parts(tokens.lowerBound).contains(.title)
      || sentence.parts(tokens.lowerBound - 1).contains(.title)
      || sentence.isMark(tokens.lowerBound - 1, UInt8(ascii: "."))
        && sentence.parts(tokens.lowerBound - 2).contains(.title)
  }

  /// "WeWork", "eBay": a name made up for a company.
  private static func hasInnerCapital(_ index: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[index]
    guard !token.isAllCapitals, token.end - token.start > 3 else { return false }
    var smalls = 0
    for byte in sentence.text[(token.start + 1)..<token.end] {
      if byte &- 0x61 < 26 { smalls += 1 } else if byte &- 0x41 < 26, smalls > 0 { return true }
    }
    return false
  }
}
