// "$5, 10 and 20 million", "5, 10 or 20 million dollars", "$1 or $2 million": lists that say currency or scale once.
import Model

/// Not an `AmountRule`: it needs the amounts already read. Its readings are those of elided currency.
enum AmountList {
  /// The amounts already read, with the scale of their list, and the bare numbers that are listed with them.
  static func joined(_ known: [Reading], _ bare: [NumberPhrase], in sentence: Sentence) -> [Reading] {
    var known = known
    var found: [Reading] = []
    for index in known.indices where known[index].mark != nil {
      guard known[index].amount.isPoint else {
        if known[index].form == .range { found += leaders(to: known[index], bare, in: sentence) }
        continue
      }
      found += followers(of: &known[index], bare, in: sentence)
      found += leaders(to: known[index], bare, in: sentence)
      if index > 0 { shareScale(from: known[index], to: &known[index - 1], in: sentence) }
    }
    return found.isEmpty ? known : known + found
  }

  /// "$5, 10 and 20 million": bare numbers behind an amount whose currency stands before it.
  private static func followers(
    of reading: inout Reading, _ bare: [NumberPhrase], in sentence: Sentence
  ) -> [Reading] {
    guard let mark = reading.mark, mark.start == reading.tokens.lowerBound, mark.end < reading.tokens.upperBound,
      let value = reading.amount.lower
    else { return [] }
    var chain: [NumberPhrase] = []
    var isClosed = false
    var end = reading.tokens.upperBound
    while !isClosed, let next = bare.first(where: { $0.start > end }),
      let link = link(from: end, to: next.start, in: sentence), isItem(next, in: sentence)
    {
      chain.append(next)
      isClosed = link == .last
      end = next.end
    }
    let isInDigits = sentence.isNumber(mark.end)
    guard isClosed, chain.allSatisfy({ $0.isDigits == isInDigits }), let last = chain.last,
      !ElidedCurrency.isCounted(last, in: sentence),
      chain.count > 1 || !sentence.roles(last.end).contains(.copula),
      chain.dropLast().allSatisfy({ $0.scale == 1 })
    else { return [] }
    guard reading.scale == 1, last.scale > 1 else {
      let items = chain.compactMap { ElidedCurrency.reading($0, reading) }
      return items.allSatisfy { isAlike($0.amount.lower, value) } ? items : []
    }
    guard value < ExactDecimal(integer: 1000), scale(&reading, by: last.scale) else { return [] }
    return chain.compactMap { ElidedCurrency.reading(scaled($0, by: last.scale), reading) }
  }

  /// "5, 10 or 20 million dollars": bare numbers before an amount whose currency stands behind it.
  private static func leaders(to reading: Reading, _ bare: [NumberPhrase], in sentence: Sentence) -> [Reading] {
    guard let mark = reading.mark, mark.end == reading.tokens.upperBound, mark.start > reading.tokens.lowerBound,
      let value = reading.amount.lower
    else { return [] }
    if let first = bare.last(where: { $0.end < reading.tokens.lowerBound }),
      isMovement(first, to: reading, in: sentence)
    {
      let isShort = first.scale == 1 && reading.scale > 1 && first.value < ExactDecimal(integer: 1000)
      return [ElidedCurrency.reading(isShort ? scaled(first, by: reading.scale) : first, reading)].compactMap(\.self)
    }
    guard reading.amount.isPoint else { return [] }
    var chain: [NumberPhrase] = []
    var start = reading.tokens.lowerBound
    while let next = bare.last(where: { $0.end < start }), next.scale == 1, isItem(next, in: sentence),
      let link = link(from: next.end, to: start, in: sentence), link == (chain.isEmpty ? .last : .inner)
    {
      chain.append(next)
      start = next.start
    }
    return chain.compactMap { number in
      guard reading.scale > 1, number.value < ExactDecimal(integer: 1000) else {
        return ElidedCurrency.reading(number, reading).flatMap { isAlike($0.amount.lower, value) ? $0 : nil }
      }
      return ElidedCurrency.reading(scaled(number, by: reading.scale), reading)
    }
  }

  /// "rose from 5 to 8 million euros", "from 24 to 33-35 billion euros".
  private static func isMovement(_ number: NumberPhrase, to reading: Reading, in sentence: Sentence) -> Bool {
    number.end + 1 == reading.tokens.lowerBound && sentence.roles(number.end).contains(.to)
      && sentence.roles(number.start - 1).contains(.from) && !sentence.isYear(number.start)
  }

  /// "$1 or $2 million": the smaller of two alternatives leaves out the scale.
  private static func shareScale(from reading: Reading, to earlier: inout Reading, in sentence: Sentence) {
    guard reading.scale > 1, earlier.scale == 1, earlier.amount.isPoint, let mark = reading.mark,
      let other = earlier.mark, other.word == mark.word, mark.start == reading.tokens.lowerBound,
      earlier.tokens.upperBound + 1 == reading.tokens.lowerBound,
      sentence.roles(earlier.tokens.upperBound).contains(.or), let low = earlier.amount.lower,
      let high = reading.amount.lower,
      let scaled = try? low.multiplied(by: ExactDecimal(integer: Int(reading.scale))), scaled < high
    else { return }
    _ = scale(&earlier, by: reading.scale)
  }

  enum Link { case inner, last }

  /// What joins two amounts into a list, if nothing else stands between them.
  static func link(_ one: Reading, _ other: Reading, in sentence: Sentence) -> Link? {
    link(from: one.tokens.upperBound, to: other.tokens.lowerBound, in: sentence)
  }

  /// What joins two items of a list: a comma, or "and", "or" with or without one, which ends the list.
  private static func link(from end: Int, to start: Int, in sentence: Sentence) -> Link? {
    guard start - end <= 2, start > end else { return nil }
    let isComma = sentence.isMark(end, UInt8(ascii: ","))
    if isComma, start == end + 1 { return .inner }
    guard isComma || start == end + 1 else { return nil }
    let isLast =
      !sentence.roles(start - 1).isDisjoint(with: [.and, .or]) || sentence.isMark(start - 1, UInt8(ascii: "&"))
    return isLast ? .last : nil
  }

  /// A number that can be an item: no year, no part of a date, set off by a space.
  private static func isItem(_ number: NumberPhrase, in sentence: Sentence) -> Bool {
    !sentence.isYear(number.start) && (number.start == 0 || sentence.tokens[number.start].isSpaced)
      && !sentence.roles(number.start - 1).contains(.month)
  }

  /// Amounts of one list are of one size: within twenty times of each other.
  private static func isAlike(_ one: ExactDecimal?, _ other: ExactDecimal) -> Bool {
    let twenty = ExactDecimal(integer: 20)
    guard let one, let most = try? other.multiplied(by: twenty), let grown = try? one.multiplied(by: twenty) else {
      return false
    }
    return one < most && other < grown
  }

  private static func scaled(_ number: NumberPhrase, by scale: Int64) -> NumberPhrase {
    guard number.scale == 1, let value = try? number.value.multiplied(by: ExactDecimal(integer: Int(scale))) else {
      return number
    }
    var number = number
    number.value = value
    number.scale = scale
    return number
  }

  /// Multiplies an amount in place; false where it becomes too long.
  private static func scale(_ reading: inout Reading, by scale: Int64) -> Bool {
    guard let value = reading.amount.lower, let scaled = try? value.multiplied(by: ExactDecimal(integer: Int(scale)))
    else { return false }
    reading.amount = Amount(point: scaled, significantDigits: reading.amount.significantDigits)
    reading.scale = scale
    return true
  }
}
