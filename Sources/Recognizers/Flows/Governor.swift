// The verb of payment that an amount belongs to.

struct Governor {
  enum Place {
    /// "paid $5 million"
    case left
    /// "$5 million was paid", "$5 million paid by"
    case right
    /// "the $5 million that Peru borrowed"
    case relative
  }

  var predicate: Predicate
  var place: Place

  /// The verb before an amount, else the one behind it, and a second verb that tells more of it: "the debt of $3 million
  /// owed by".
  static func governors(of amount: Range<Int>, in clause: Clause) -> (first: Governor?, second: Governor?) {
    let left = left(of: amount, in: clause)
    let right = right(of: amount, in: clause)
    if let right, right.predicate.isPassive, right.place == .right, isAlone(amount, left, in: clause) {
      return (right, nil)
    }
    if let left { return (left, right) }
    return (right, nil)
  }

  private static func left(of amount: Range<Int>, in clause: Clause) -> Governor? {
    guard let found = clause.predicates.last(where: { $0.tokens.upperBound <= amount.lowerBound }),
      !clause.isBroken(found.tokens.upperBound..<amount.lowerBound)
    else { return nil }
    return Governor(predicate: found, place: .left)
  }

  private static func right(of amount: Range<Int>, in clause: Clause) -> Governor? {
    guard let found = clause.predicates.first(where: { $0.start >= amount.upperBound }) else { return nil }
    let gap = amount.upperBound..<found.start
    guard gap.count <= 14, !clause.isBroken(gap),
      !clause.amounts.contains(where: { $0.lowerBound >= gap.lowerBound && $0.upperBound <= gap.upperBound })
    else { return nil }
    if let subject = clause.party(endingAt: found.start), subject >= 0,
      clause.parties[subject].preposition == .none, !clause.parties[subject].isPossessive, !found.isPassive
    {
      let isClose = clause.parties[subject].tokens.lowerBound - amount.upperBound <= 4
      return isClose && !gap.contains(where: { clause.sentence.isComma($0) })
        ? Governor(predicate: found, place: .relative) : nil
    }
    guard found.isPassive || !found.isInfinitive else { return nil }
    if gap.contains(where: { clause.sentence.isComma($0) || clause.sentence.grammar($0) == .and }) { return nil }
    return Governor(predicate: found, place: .right)
  }

  /// Whether the verb before an amount belongs to another clause than the amount, which is a subject itself.
  private static func isAlone(_ amount: Range<Int>, _ left: Governor?, in clause: Clause) -> Bool {
    guard let left else { return true }
    return Range.span(left.predicate.tokens.upperBound, amount.lowerBound).contains {
      clause.sentence.isComma($0) || clause.sentence.grammar($0) == .relative
    }
  }
}

extension Sentence {
  func isComma(_ index: Int) -> Bool { isMark(index, UInt8(ascii: ",")) }
}
