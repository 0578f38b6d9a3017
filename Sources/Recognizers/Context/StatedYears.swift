// The years a sentence gives for an amount: "in 2007", "between 2005 and 2007", "by April 2008", "since 2002".
import Model

/// Years told by the sentence itself. The nearest behind the amount wins, else the nearest before it.
struct StatedYears {
  struct Years: Equatable {
    var start: Int?
    var end: Int?
  }

  private struct Statement {
    var tokens: Range<Int>
    var years: Years
  }

  private var statements: [Statement] = []
  private let sentence: Sentence

  init(_ sentence: Sentence) {
    self.sentence = sentence
    var index = 0
    while index < sentence.count {
      if let year = Self.year(sentence, index), let statement = Self.statement(sentence, year, at: index) {
        statements.append(statement)
        index = statement.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  /// The years of the amount at `tokens`, given where the next amount begins and the last one ended.
  func years(of tokens: Range<Int>, before next: Int, after previous: Int) -> Years? {
    let behind = statements.first { $0.tokens.lowerBound >= tokens.upperBound }
    if let behind, behind.tokens.lowerBound < next, isClose(tokens.upperBound..<behind.tokens.lowerBound) {
      return behind.years
    }
    let before = statements.last { $0.tokens.upperBound <= tokens.lowerBound }
    return before?.years
  }

  /// Nothing but a few words of the same clause between.
  private func isClose(_ gap: Range<Int>) -> Bool {
    gap.count <= 6 && !gap.contains { sentence.isMark($0, UInt8(ascii: ";")) || sentence.isMark($0, UInt8(ascii: "(")) }
  }

  private static func year(_ sentence: Sentence, _ index: Int) -> Int? {
    guard sentence.isNumber(index) else { return nil }
    let token = sentence.tokens[index]
    guard token.end - token.start == 4 else { return nil }
    var year = 0
    for byte in sentence.text[token.start..<token.end] {
      guard Bytes.isDigit(byte) else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    guard (1900...2100).contains(year) else { return nil }
    if sentence.isMark(index + 1, UInt8(ascii: "%")) { return nil }
    return sentence.roles(index + 1).isDisjoint(with: [.scale, .currency]) ? year : nil
  }

  /// A year with the preposition before it, and the year behind a dash or "and".
  private static func statement(_ sentence: Sentence, _ year: Int, at index: Int) -> Statement? {
    var start = index
    if start > 0, sentence.isMark(start - 1, UInt8(ascii: "(")) { start -= 1 }
    if sentence.roles(start - 1).contains(.month) {
      start -= 1
      // "22 August 2008" is a day: when something happened, not what the money is for.
      if sentence.isNumber(start - 1) { return nil }
    } else if sentence.isMark(start - 1, UInt8(ascii: ",")),
      sentence.roles(start - 2).contains(.month) || sentence.isNumber(start - 2)
    {
      return nil
    }
    let roles =
      sentence.phrase(before: start, .yearStart)?.lexeme.roles
      ?? sentence.phrase(before: start, .yearEnd)?.lexeme.roles ?? sentence.roles(start - 1)
    if let (second, end) = secondYear(sentence, after: index), year <= second {
      return Statement(tokens: index..<end, years: Years(start: year, end: second))
    }
    if roles.contains(.yearStart), !roles.contains(.yearEnd), !roles.contains(.yearIn) {
      return Statement(tokens: index..<(index + 1), years: Years(start: year, end: nil))
    }
    if roles.contains(.yearEnd), !roles.contains(.to) {
      return Statement(tokens: index..<(index + 1), years: Years(start: nil, end: year))
    }
    let isYearly =
      !roles.isDisjoint(with: [.yearIn, .to, .between]) || start < index
      || sentence.roles(index + 1).contains(.kind) || sentence.roles(start - 1).contains(.yearUnit)
    return isYearly ? Statement(tokens: index..<(index + 1), years: Years(start: year, end: year)) : nil
  }

  /// "2007-2008", "2005 and 2007" after between, "2005 to 2007".
  private static func secondYear(_ sentence: Sentence, after index: Int) -> (Int, Int)? {
    guard sentence.isDash(index + 1) || !sentence.roles(index + 1).isDisjoint(with: [.to, .and]) else { return nil }
    if let full = year(sentence, index + 2) { return (full, index + 3) }
    guard sentence.isDash(index + 1), sentence.isNumber(index + 2), let first = year(sentence, index) else {
      return nil
    }
    let token = sentence.tokens[index + 2]
    guard token.end - token.start == 2, !token.isSpaced else { return nil }
    let digits = sentence.text[token.start..<token.end]
    guard digits.allSatisfy(Bytes.isDigit) else { return nil }
    let short = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (first / 100 * 100 + short, index + 3)
  }
}
