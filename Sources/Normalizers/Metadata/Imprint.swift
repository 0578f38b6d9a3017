// What a document says of itself: who wrote it, where and when it appeared.

import Model

/// Collected from lines as they are recognized; of two statements of one thing the one with the better ground stands.
struct Imprint {
  /// What a statement rests on, the best first. The line that names the original source comes before the date of the
  /// page it was put on again.
  enum Ground: Int { case label, sourceLine, dateLine, masthead, dateline, address }

  struct Statement<Value> {
    var value: Value
    var range: Range<Int>
    var ground: Ground
  }

  var title: Range<Int>?
  var authors: [Range<Int>] = []
  private(set) var publication: Statement<Range<Int>>?
  var volume: Range<Int>?
  var issue: Range<Int>?
  private(set) var date: Statement<PartialDate>?
  var url: Range<Int>?

  mutating func state(publication range: Range<Int>, on ground: Ground) {
    guard !range.isEmpty, publication.map({ ground.rawValue < $0.ground.rawValue }) ?? true else { return }
    publication = Statement(value: range, range: range, ground: ground)
  }

  mutating func state(date: PartialDate, written range: Range<Int>, on ground: Ground) {
    let rank = Self.dateRank(ground)
    if let known = self.date, Self.dateRank(known.ground) <= rank { return }
    self.date = Statement(value: date, range: range, ground: ground)
  }

  private static func dateRank(_ ground: Ground) -> Int { ground == .sourceLine ? -1 : ground.rawValue }
}
