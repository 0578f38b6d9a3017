// Joins groups of statements that state the same thing.
import Model

/// In the order of the text: each group goes to the earliest of its key that it states the same as.
struct GroupJoiner<Key: Hashable> {
  /// Candidates looked at for one statement. A price list may hold thousands of equal keys; what is repeated is
  /// repeated near.
  private static var candidates: Int { 64 }

  let key: (Statement) -> Key
  let isSame: (Statement, Statement, inout DescribedStatements) -> Bool
  let agreement: Fact.Agreement

  func joined(_ groups: [StatementGroup], of described: inout DescribedStatements) -> [StatementGroup] {
    var result: [StatementGroup] = []
    result.reserveCapacity(groups.count)
    // The last group of each key, and for each group the one of its key before it.
    var last: [Key: Int] = [:]
    var previous: [Int?] = []
    previous.reserveCapacity(groups.count)
    for group in groups {
      let statement = described.statements[group.first]
      let key = key(statement)
      let newest = last[key]
      if let same = earliest(of: result, from: newest, previous, sameAs: statement, &described) {
        result[same].join(group, as: agreement)
      } else {
        last[key] = result.count
        previous.append(newest)
        result.append(group)
      }
    }
    return result
  }

  private func earliest(
    of groups: [StatementGroup], from newest: Int?, _ previous: [Int?], sameAs statement: Statement,
    _ described: inout DescribedStatements
  ) -> Int? {
    var same: Int?
    var candidate = newest
    for _ in 0..<Self.candidates {
      guard let place = candidate else { break }
      if isSame(described.statements[groups[place].first], statement, &described) { same = place }
      candidate = previous[place]
    }
    return same
  }
}
