// What has become of the money: by its verb and what leads to it, "agreed to lend", "will receive", "has been frozen".
import Model

enum MoneyStatus {
  static func read(
    _ amount: Range<Int>, _ governor: Governor?, _ second: Governor?, _ kind: Mention.Kind?, in clause: Clause
  ) -> Mention.FlowStatus {
    guard let governor else {
      return kind == .budget ? .planned : NearbyWords.status(of: amount, in: clause.sentence)
    }
    let frame = clause.frame(governor.predicate)
    if kind == .debtRelief, frame.status == .cancelled { return led(governor, in: clause) ?? .disbursed }
    if let led = led(governor, in: clause) { return led }
    switch kind {
    case .gdp, .trade: return .unknown
    case .budget where frame.status == .unknown && frame.pattern != .deals: return .planned
    // What somebody earns an hour has not been paid.
    case .other where frame.kind == .revenue: return .unknown
    default: return frame.status
    }
  }

  /// What stands before a verb: a modal, or the verb whose infinitive it is.
  private static func led(_ governor: Governor, in clause: Clause) -> Mention.FlowStatus? {
    let sentence = clause.sentence
    let predicate = governor.predicate
    for index in predicate.start..<predicate.tokens.lowerBound where sentence.grammar(index) == .modal {
      return .planned
    }
    guard predicate.isInfinitive else { return nil }
    var index = predicate.start - 2
    let limit = max(0, predicate.start - 9)
    while index >= limit {
      if sentence.roles(index).contains(.status) {
        let status = sentence.lexeme(index).status
        return status == .disbursed ? nil : status
      }
      if sentence.grammar(index) == .be { return .planned }
      if sentence.isMark(index, UInt8(ascii: ";")) || sentence.isComma(index) { return nil }
      index -= 1
    }
    return nil
  }
}
