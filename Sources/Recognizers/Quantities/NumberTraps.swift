// Numbers that count nothing: dates, names, scores, times, pages, telephone numbers.
import Model

enum NumberTraps {
  /// Whether what stands directly before a number leaves it free: "G-8", "MiG-29", "3-2", "#5", "11:30", "v2" do not.
  /// "sub-300" sets its form.
  static func isFree(before index: Int, in sentence: QuantitySentence, _ number: inout QuantityNumber) -> Bool {
    let tokens = sentence.sentence
    if tokens.isNumberSign(index - 1) { return false }
    guard index > 0, !tokens.tokens[index].isSpaced else { return isPlainWord(index, sentence) }
    let before = tokens.tokens[index - 1]
    guard before.kind == .mark else { return false }
    if tokens.isHyphen(index - 1) {
      guard tokens.isWord(index - 2) else { return false }
      if sentence.isWord(index - 2, sub) { number.form = .lessThan }
      return prefixes.contains(tokens.tokens[index - 2].hash)
    }
    switch before.mark {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "|"),
      Token.Mark.openQuote, Token.Mark.approximately, Token.Mark.dash:
      return isPlainWord(index, sentence)
    default:
      return false
    }
  }

  private static let sub = FoldedHash.of("sub")
  private static let prefixes: Set<UInt64> = Set(["sub", "mid", "now", "then"].map { FoldedHash.of($0) })

  /// A number word in capitals inside a sentence is part of a name: "Group of Seven".
  private static func isPlainWord(_ index: Int, _ sentence: QuantitySentence) -> Bool {
    guard sentence.sentence.isWord(index), sentence.sentence.tokens[index].isCapitalized else { return true }
    return sentence.isOpening(index) || sentence.isTitleCase
  }

  /// Whether what stands directly behind leaves it free: "11:30", "9/11", "192.168", "2-2" do not.
  static func isFree(behind number: QuantityNumber, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    let end = number.end
    guard end + 1 < tokens.count, tokens.tokens[end].kind == .mark, !tokens.tokens[end].isSpaced,
      tokens.isNumber(end + 1), !tokens.tokens[end + 1].isSpaced
    else { return true }
    return tokens.isDash(end)
  }

  /// Whether a number belongs to a date: "May 12", "12 August", "2005" without a hedge.
  static func isDate(_ number: QuantityNumber, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    guard number.isDigits, number.end == number.start + 1 else { return false }
    var before = number.start - 1
    if tokens.isMark(before, UInt8(ascii: ".")), !tokens.tokens[before].isSpaced { before -= 1 }
    if isMonth(before, tokens) || isMonth(number.end, tokens) { return true }
    guard tokens.isYear(number.start) else { return false }
    return tokens.phrase(before: number.start, .hedge) == nil
  }

  private static func isMonth(_ index: Int, _ sentence: Sentence) -> Bool {
    index >= 0 && sentence.roles(index).contains(.month) && sentence.tokens[index].isCapitalized
  }

  /// Whether a number is the number of something: "page 5", "No. 7", "Flight 370", "the 201".
  static func isNumbered(_ number: QuantityNumber, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    guard number.value < tenThousand, number.scale == 1 else { return false }
    var before = number.start - 1
    if tokens.isMark(before, UInt8(ascii: ".")) { before -= 1 }
    guard tokens.isWord(before) else { return false }
    let noun = sentence.noun(before)
    if noun.roles.contains(.numbered) { return true }
    // "the camp at kilometre 40", but "they walked a kilometre 40 years ago".
    if sentence.lexicon.unit(noun)?.dimension == .length, !sentence.hasSuffix(before, "s") {
      return !tokens.roles(before - 1).contains(.article) && !tokens.isNumber(before - 1)
    }
    guard tokens.isWord(before - 1) else { return false }
    return sentence.phrase(at: before - 1, .numbered)?.end == before + 1
  }

  /// Whether a number in digits is part of the name before it: "Windows 10", "RTX 3070". Persons are counted behind a
  /// name too ("in Moscow 15 people"), but not behind an abbreviation ("FIFA 22 players").
  static func isNamed(_ number: QuantityNumber, countsPersons: Bool, in sentence: QuantitySentence) -> Bool {
    let tokens = sentence.sentence
    let before = number.start - 1
    guard number.isDigits, number.end == number.start + 1, number.value < tenThousand, before >= 0,
      tokens.digits(number.start) != nil, tokens.isWord(before), tokens.tokens[before].isCapitalized,
      tokens.roles(before).isDisjoint(with: [.hedge, .filler, .stop, .follower])
    else { return false }
    let name = tokens.tokens[before]
    if name.isAllCapitals, name.end - name.start > 1, tokens.text[name.start + 1] != UInt8(ascii: ".") {
      return tokens.tokens.contains { $0.kind == .word && !$0.isAllCapitals }
    }
    return !countsPersons && !sentence.isTitleCase && !sentence.isOpening(before)
  }

  private static let tenThousand = ExactDecimal(integer: 10_000)
}

extension Sentence {
  /// "#", "№", "§" before a number.
  fileprivate func isNumberSign(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].kind == .mark else { return false }
    if isMark(index, UInt8(ascii: "#")) { return true }
    let scalar = Characters.scalar(text, tokens[index].start)
    return scalar == 0x2116 || scalar == 0xA7
  }
}
