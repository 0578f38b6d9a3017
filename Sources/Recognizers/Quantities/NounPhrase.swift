// What a number counts: the noun phrase behind it, by its head.
import Model

/// "leading Afghan opium routes", "Tajik officers and border guards".
struct NounPhrase {
  /// The token behind it.
  var end: Int
  /// Its head noun.
  var head: Int
  var isPerson: Bool
  /// Words up to the head.
  var words: Int

  private static let longest = 7

  /// The phrase in the plural that begins at a token. `isOwned` lets a possessor stand before the head: "of the
  /// country's budgets".
  static func plural(in sentence: QuantitySentence, at start: Int, isOwned: Bool = false) -> NounPhrase? {
    guard let (head, words) = head(in: sentence, at: start, isOwned: isOwned) else {
      guard sentence.noun(start).roles.contains(.personAdjective), sentence.isClosed(start + 1) else { return nil }
      return NounPhrase(end: start + 1, head: start, isPerson: true, words: 1)
    }
    let isPerson = isPerson(head, in: sentence) && !hasType(start..<head, in: sentence.sentence)
    guard isPerson || !isName(head, in: sentence), !isAddress(head + 1, in: sentence.sentence),
      !isMoney(head, in: sentence)
    else { return nil }
    let end = isPerson ? second(in: sentence, behind: head + 1) ?? head + 1 : head + 1
    return NounPhrase(end: end, head: head, isPerson: isPerson, words: words)
  }

  /// The phrase in the singular, which only nouns of persons tell: "Russian soldier".
  static func singularPerson(in sentence: QuantitySentence, at start: Int) -> NounPhrase? {
    for index in start..<(start + 4) {
      guard sentence.isNextWord(index), !sentence.endsPhrase(index) else { return nil }
      if sentence.noun(index).roles.contains(.person), !isPlural(index, in: sentence) {
        return sentence.isClosed(index + 1)
          ? NounPhrase(end: index + 1, head: index, isPerson: true, words: index + 1 - start) : nil
      }
    }
    return nil
  }

  /// The unit its things are counted in: `person`, or the head in the singular and small letters.
  func unit(in sentence: QuantitySentence) -> String {
    if isPerson { return "person" }
    if let type = type(in: sentence.sentence) { return type }
    let noun = sentence.noun(head)
    // "390 more hours"
    if let unit = sentence.lexicon.unit(noun) { return unit.name }
    if noun.singular >= 0 { return sentence.lexicon.singulars[Int(noun.singular)] }
    let singular = Plurals.singular(of: sentence.sentence.string(head).lowercased())
    guard sentence.sentence.isHyphen(head - 1), sentence.sentence.isWord(head - 2) else { return singular }
    return sentence.sentence.string(head - 2).lowercased() + "-" + singular
  }

  /// The unit of measure that its head is, if it is one: "390 more hours".
  func measure(in sentence: QuantitySentence) -> Int32? {
    let unit = sentence.noun(head).unit
    return unit >= 0 ? unit : nil
  }

  /// "mi-24" of "Mi-24s".
  private func type(in sentence: Sentence) -> String? {
    guard sentence.isNumber(head - 1), !sentence.tokens[head].isSpaced else { return nil }
    let name = sentence.isHyphen(head - 2) ? head - 3 : head - 2
    return sentence.string(bytes: sentence.span(name..<head)).lowercased()
  }

  private static func head(in sentence: QuantitySentence, at start: Int, isOwned: Bool) -> (index: Int, words: Int)? {
    var found: (index: Int, words: Int)?
    var words = 0
    var index = start
    while words < longest, index < sentence.count {
      if let next = possessive(sentence, at: index) {
        guard isOwned || found?.index == index - 1 && !sentence.hasSuffix(index - 1, "s") else { break }
        found = nil
        index = next
        continue
      }
      if let next = typeNumber(sentence.sentence, behind: index), index > start {
        if next.isPlural { found = (next.end - 1, words) }
        index = next.end
        continue
      }
      if sentence.sentence.isHyphen(index), index > start {
        index += 1
        continue
      }
      guard sentence.isNextWord(index) else { break }
      if sentence.endsPhrase(index) {
        guard found == nil, joinsModifiers(sentence, at: index, start) else { break }
      } else if isPlural(index, in: sentence) {
        words += 1
        found = (index, words)
      } else {
        guard found.map({ isModifier($0.index, before: index, in: sentence) }) ?? true else { break }
        words += 1
      }
      index += 1
    }
    return found
  }

  /// The token behind "'s".
  private static func possessive(_ sentence: QuantitySentence, at index: Int) -> Int? {
    let tokens = sentence.sentence
    guard tokens.isMark(index, UInt8(ascii: "'")) || tokens.isMark(index, Token.Mark.closeQuote),
      !tokens.tokens[index].isSpaced, tokens.isWord(index + 1), tokens.tokens[index + 1].hash == ownerEnding
    else { return nil }
    return index + 2
  }

  /// The number of a type, joined to its name: "MiG-29 fighters", "Mi-24s".
  private static func typeNumber(_ sentence: Sentence, behind index: Int) -> (end: Int, isPlural: Bool)? {
    let number = sentence.isHyphen(index) ? index + 1 : index
    guard sentence.isNumber(number), !sentence.tokens[number].isSpaced, sentence.isWord(index - 1),
      sentence.tokens[index - 1].isCapitalized
    else { return nil }
    let end = number + 1
    guard sentence.isWord(end), !sentence.tokens[end].isSpaced else { return (end, false) }
    return sentence.tokens[end].hash == pluralEnding ? (end + 1, true) : nil
  }

  /// "arms control officials": a plural that stands before another noun, with one word between at most.
  private static func isModifier(_ plural: Int, before index: Int, in sentence: QuantitySentence) -> Bool {
    index == plural + 1 && sentence.noun(plural).roles.contains(.pluralModifier) && !sentence.hasSuffix(index, "ing")
  }

  /// Money that could not be read is no thing.
  private static func isMoney(_ head: Int, in sentence: QuantitySentence) -> Bool {
    let roles = sentence.sentence.roles(head)
    return roles.contains(.currency) && !roles.contains(.ambiguous) && !sentence.noun(head).roles.contains(.unit)
  }

  /// A type's number makes "MiG-29 fighters" things.
  private static func hasType(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    tokens.contains { sentence.isNumber($0) }
  }

  /// "https://", "news.example": no noun.
  private static func isAddress(_ index: Int, in sentence: Sentence) -> Bool {
    guard index + 1 < sentence.count, sentence.tokens[index].kind == .mark, !sentence.tokens[index].isSpaced,
      !sentence.tokens[index + 1].isSpaced
    else { return false }
    switch sentence.tokens[index].mark {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"):
      return sentence.tokens[index + 1].kind != .mark || sentence.isMark(index + 1, UInt8(ascii: "/"))
    default: return false
    }
  }

  private static let pluralEnding = FoldedHash.of("s")
  private static let ownerEnding = FoldedHash.of("s")

  /// "digital and physical sales": a conjunction between two words before the head.
  private static func joinsModifiers(_ sentence: QuantitySentence, at index: Int, _ start: Int) -> Bool {
    guard index > start, sentence.sentence.roles(index).contains(.and) else { return false }
    var next = index + 1
    for _ in 0..<3 {
      guard sentence.isNextWord(next), !sentence.endsPhrase(next) else { return false }
      if isPlural(next, in: sentence) { return next > index + 1 }
      next = typeNumber(sentence.sentence, behind: next + 1)?.end ?? next + 1
    }
    return false
  }

  /// The token behind a second noun of persons: "officers and border guards", unless it opens a clause.
  private static func second(in sentence: QuantitySentence, behind end: Int) -> Int? {
    guard sentence.sentence.roles(end).contains(.and),
      let (head, words) = head(in: sentence, at: end + 1, isOwned: false), words <= 3, isPerson(head, in: sentence)
    else { return nil }
    return sentence.noun(head + 1).roles.contains(.reporting) ? nil : head + 1
  }

  private static func isPerson(_ head: Int, in sentence: QuantitySentence) -> Bool {
    let roles = sentence.noun(head).roles
    if !roles.isDisjoint(with: [.person, .personPlural]) { return true }
    guard sentence.sentence.tokens[head].isCapitalized, !sentence.isTitleCase, roles.isEmpty else { return false }
    let token = sentence.sentence.tokens[head]
    return sentence.lexicon.peopleEndings.contains { ending in
      token.end - token.start > ending.count
        && ending.stands(at: token.end - ending.count, in: sentence.sentence.text)
    }
  }

  /// A head in a capital is a name, unless everything is in capitals or it is an abbreviation: "NGOs".
  private static func isName(_ head: Int, in sentence: QuantitySentence) -> Bool {
    let token = sentence.sentence.tokens[head]
    guard token.isCapitalized, !sentence.isTitleCase else { return false }
    return sentence.sentence.text[token.start + 1] >= 0x61
  }

  /// Whether a word has the form of a plural noun.
  private static func isPlural(_ index: Int, in sentence: QuantitySentence) -> Bool {
    let token = sentence.sentence.tokens[index]
    let noun = sentence.noun(index)
    guard token.end - token.start > 2, !noun.roles.contains(.noPlural), !sentence.endsPhrase(index) else {
      return false
    }
    if !noun.roles.isDisjoint(with: [.irregular, .personPlural]) { return true }
    if noun.roles.contains(.person), sentence.hasSuffix(index, "men") || sentence.hasSuffix(index, "ren") {
      return true
    }
    guard sentence.hasSuffix(index, "s") else { return false }
    if noun.roles.contains(.person) { return true }
    return !sentence.hasSuffix(index, "ss") && !sentence.hasSuffix(index, "us") && !sentence.hasSuffix(index, "is")
  }
}
