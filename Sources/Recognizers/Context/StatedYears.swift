// The years a sentence gives for an amount: "in 2007", "between 2005 and 2007", "by April 2008", "since 2002".
import Model

/// Years told by the sentence itself. Those right behind the amount win, else the nearest before it in its clause.
struct StatedYears {
  struct Years: Equatable {
    var start: Int?
    var end: Int?
  }

  private struct Statement {
    /// The preposition and the years.
    var tokens: Range<Int>
    var years: Years
  }

  private var statements: [Statement] = []
  private let sentence: Sentence

  init(_ sentence: Sentence) {
    self.sentence = sentence
    guard sentence.longestNumber >= 4 else { return }
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

  /// The years of the amount `readings[index]`, given all amounts of the sentence.
  func years(of index: Int, in readings: [Reading]) -> Years? {
    guard !statements.isEmpty else { return nil }
    let tokens = readings[index].tokens
    // "In 2010 $2 million and in 2012 $3 million"
    if let opening = statements.first(where: { $0.tokens.upperBound == tokens.lowerBound }) { return opening.years }
    if let behind = statements.first(where: { isRightBehind($0, tokens) }) { return behind.years }
    let before = statements.filter { $0.tokens.upperBound <= tokens.lowerBound }
    if sentence.phrase(at: tokens.upperBound, .thatYear) != nil
      || sentence.phrase(at: tokens.upperBound + 1, .thatYear) != nil
    {
      return before.last { $0.years.start == $0.years.end }?.years
    }
    let isFurther =
      readings[index].rule == ElidedCurrency.self && sentence.roles(tokens.lowerBound - 1).contains(.further)
    guard !isFurther else { return nil }
    return before.last { statement in
      !isOfEvent(statement)
        && (isRestated(statement, tokens.lowerBound)
          || !readings.contains { isRightBehind(statement, $0.tokens) } && isSameClause(statement, tokens.lowerBound))
    }?.years ?? statements.first { isBehind($0, tokens, in: readings) }?.years
  }

  /// "Under a law passed in 2003, clinics get $2 million", "the bank was founded in 1911 and lent $5 million".
  private func isOfEvent(_ statement: Statement) -> Bool {
    let event = statement.tokens.lowerBound - 1
    if isRelative(statement) { return true }
    guard event > 0, sentence.parts(event).contains(.event) else { return false }
    if sentence.reads(event, "born") || sentence.reads(event, "founded") { return true }
    return !sentence.grammar(event - 1).isAuxiliary && sentence.lacks(event - 1, [.kind, .moneyNoun, .stop], [])
  }

  /// "A mill that burned down in 1923 was insured for $40,000": the year closes a clause of its own.
  private func isRelative(_ statement: Statement) -> Bool {
    let start = statement.tokens.lowerBound
    let next = sentence.grammar(statement.tokens.upperBound)
    guard next == .be || next == .have || next == .modal,
      let clause = (max(0, start - 6)..<start).last(where: {
        sentence.grammar($0) == .relative
      })
    else { return false }
    return clause + 1 < start && (clause..<start).allSatisfy { !sentence.isNumber($0) }
  }

  /// Further behind in the clause of an amount, where it ends: "paid back $5 million to the bank by 2025", but not "for
  /// the school destroyed in 2003".
  private func isBehind(_ statement: Statement, _ amount: Range<Int>, in readings: [Reading]) -> Bool {
    let gap = Range.span(amount.upperBound, statement.tokens.lowerBound)
    guard !isOfThing(amount, gap) else { return false }
    guard statement.tokens.lowerBound > amount.upperBound, gap.count <= 12,
      !sentence.roles(statement.tokens.lowerBound).isDisjoint(with: [.yearIn, .yearStart, .yearEnd, .between]),
      !sentence.roles(statement.tokens.lowerBound).contains(.of), endsClause(statement.tokens.upperBound),
      !readings.contains(where: { $0.tokens.lowerBound >= amount.upperBound && $0.tokens.lowerBound < gap.upperBound })
    else { return false }
    return gap.allSatisfy { !beginsPhrase($0) }
  }

  /// "A $150 million berth will open in 2014", "they paid $5 million for a ship due in 2025": the year is what is said of
  /// a thing, not the money's.
  private func isOfThing(_ amount: Range<Int>, _ gap: Range<Int>) -> Bool {
    guard let last = gap.last, gap.allSatisfy({ sentence.lacks($0, [.kind, .moneyNoun], []) }) else { return false }
    if gap.count > 1, sentence.parts(last).contains(.event) { return true }
    guard sentence.isDescribing(amount.upperBound), !sentence.grammar(amount.upperBound).isAuxiliary else {
      return false
    }
    if gap.contains(where: { sentence.grammar($0) == .modal }) { return true }
    // The amount opens the sentence, so that the verb stands behind it.
    return (0..<amount.lowerBound).allSatisfy { !sentence.roles($0).isDisjoint(with: [.filler, .hedge]) }
      && gap.allSatisfy { !sentence.parts($0).contains(.frame) }
  }

  private func endsClause(_ index: Int) -> Bool {
    index >= sentence.count || sentence.tokens[index].kind == .mark && !sentence.isDash(index)
  }

  /// A comma, a conjunction, or a verb that the years may belong to: a participle, an infinitive.
  private func beginsPhrase(_ index: Int) -> Bool {
    guard sentence.isWord(index) else { return !sentence.isNumber(index) && !sentence.isHyphen(index) }
    if !sentence.roles(index).isDisjoint(with: [.clauseBreak, .and, .or]) || sentence.grammar(index) == .relative {
      return true
    }
    if sentence.grammar(index) == .to {
      return !sentence.tokens[index + 1].isCapitalized && sentence.grammar(index + 1) != .article
    }
    return sentence.endsInED(index) && index > 0
  }

  /// Nothing but words of time and per-phrases between an amount and the years, or what it was for in three words.
  private func isRightBehind(_ statement: Statement, _ amount: Range<Int>) -> Bool {
    guard statement.tokens.lowerBound >= amount.upperBound, statement.tokens.lowerBound - amount.upperBound <= 3 else {
      return false
    }
    let gap = amount.upperBound..<statement.tokens.lowerBound
    let timely: Roles = [
      .per, .perUnit, .perAdverb, .yearIn, .yearStart, .yearEnd, .month, .article, .timeFiller, .hedgeAfter,
    ]
    if gap.allSatisfy({ !sentence.roles($0).isDisjoint(with: timely) }) { return true }
    return sentence.roles(gap.lowerBound).contains(.follower) && gap.dropFirst().allSatisfy { isPlainWord($0) }
  }

  private func isPlainWord(_ index: Int) -> Bool {
    sentence.isWord(index) && sentence.roles(index).isDisjoint(with: [.follower, .to, .clauseBreak, .and])
  }

  /// Whether no clause begins between the years and an amount. Years that open the sentence reach further; years set
  /// between commas ("approved in 2012,") do not reach out.
  private func isSameClause(_ statement: Statement, _ amount: Int) -> Bool {
    let opensSentence = statement.tokens.lowerBound <= 1
    if !opensSentence, isBetweenCommas(statement) { return false }
    return !(statement.tokens.upperBound..<amount).contains { index in
      if sentence.isMark(index, UInt8(ascii: ";")) || sentence.roles(index).contains(.clauseBreak) { return true }
      return !opensSentence && sentence.isMark(index, UInt8(ascii: ",")) && sentence.roles(index + 1).contains(.and)
    }
  }

  private func isBetweenCommas(_ statement: Statement) -> Bool {
    guard sentence.isMark(statement.tokens.upperBound, UInt8(ascii: ",")) else { return false }
    let start = statement.tokens.lowerBound
    return (max(0, start - 4)..<start).contains { sentence.isMark($0, UInt8(ascii: ",")) }
  }

  /// "€2.3 million in 2016, or about €84 per head": the same said otherwise.
  private func isRestated(_ statement: Statement, _ amount: Int) -> Bool {
    let gap = statement.tokens.upperBound..<max(amount, statement.tokens.upperBound)
    guard gap.count <= 4, gap.contains(where: { sentence.roles($0).contains(.or) }) else { return false }
    return gap.allSatisfy {
      sentence.isMark($0, UInt8(ascii: ",")) || !sentence.roles($0).isDisjoint(with: [.or, .hedge, .filler])
    }
  }

  /// The year a token states; nil before a scale or a currency: "2000 dollars".
  @inline(__always)
  private static func year(_ sentence: Sentence, _ index: Int) -> Int? {
    sentence.isNumber(index) ? yearOfNumber(sentence, index) : nil
  }

  private static func yearOfNumber(_ sentence: Sentence, _ index: Int) -> Int? {
    guard sentence.isYear(index), !sentence.isMark(index + 1, UInt8(ascii: "%")) else { return nil }
    let opensAmount = sentence.tokens[index + 1].kind == .sign && sentence.isNumber(index + 2)
    guard opensAmount || sentence.roles(index + 1).isDisjoint(with: [.scale, .currency]) else { return nil }
    return sentence.digits(index)
  }

  /// A year with the preposition before it, and the year behind a dash or "and".
  private static func statement(_ sentence: Sentence, _ year: Int, at index: Int) -> Statement? {
    guard let start = timeStart(sentence, index) else { return nil }
    let phrase =
      sentence.phrase(before: start, .yearStart) ?? sentence.phrase(before: start, .yearEnd)
      ?? sentence.phrase(before: start, .yearIn)
    let roles = phrase?.lexeme.roles ?? sentence.roles(start - 1)
    let first = phrase?.start ?? (roles.isDisjoint(with: [.yearIn, .between]) ? start : start - 1)
    if let (second, end) = secondYear(sentence, after: index), year <= second {
      return Statement(tokens: first..<end, years: Years(start: year, end: second))
    }
    let tokens = first..<(index + 1)
    if roles.contains(.yearStart), roles.isDisjoint(with: [.yearEnd, .yearIn]) {
      return Statement(tokens: tokens, years: Years(start: year, end: nil))
    }
    if roles.contains(.yearEnd) { return Statement(tokens: tokens, years: Years(start: nil, end: year)) }
    let isYearly =
      !roles.isDisjoint(with: [.yearIn, .between]) || start < index
      || sentence.roles(index + 1).contains(.kind) || sentence.roles(start - 1).contains(.yearUnit)
    return isYearly ? Statement(tokens: tokens, years: Years(start: year, end: year)) : nil
  }

  /// Where the time that ends with the year begins: its bracket or month. A full date tells when something happened,
  /// not what the money is for: nil.
  private static func timeStart(_ sentence: Sentence, _ index: Int) -> Int? {
    if sentence.isMark(index - 1, UInt8(ascii: "(")) { return index - 1 }
    if sentence.roles(index - 1).contains(.month) { return sentence.isNumber(index - 2) ? nil : index - 1 }
    if sentence.isMark(index - 1, UInt8(ascii: ",")),
      sentence.roles(index - 2).contains(.month) || sentence.isNumber(index - 2)
    {
      return nil
    }
    return index
  }

  /// "2007-2008", "2007-08", "2007/08", "2005 and 2007" after between, "2005 to 2007".
  private static func secondYear(_ sentence: Sentence, after index: Int) -> (Int, Int)? {
    let isSlash = sentence.isMark(index + 1, UInt8(ascii: "/"))
    guard isSlash || sentence.isDash(index + 1) || !sentence.roles(index + 1).isDisjoint(with: [.to, .and]) else {
      return nil
    }
    if let full = year(sentence, index + 2) { return (full, index + 3) }
    guard isSlash || sentence.isDash(index + 1), sentence.isNumber(index + 2), let first = year(sentence, index) else {
      return nil
    }
    let token = sentence.tokens[index + 2]
    guard token.end - token.start == 2, !token.isSpaced, let short = sentence.digits(index + 2),
      !isSlash || short == (first + 1) % 100
    else { return nil }
    return (first / 100 * 100 + short, index + 3)
  }
}
