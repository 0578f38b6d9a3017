// The known name that a misspelt one most likely stands for.

package enum NearestName {
  /// The name at the least distance from `word`; of several one with the same letters, then the first. Nil where none is
  /// near enough to be meant.
  package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
    let written = Array(word.utf8)
    let letters = written.map(folded).sorted()
    var best: (name: String, rank: Int)?
    for name in names {
      let bytes = Array(name.utf8)
      let distance = distance(written, bytes)
      guard distance <= 1 + max(written.count, bytes.count) / 4 else { continue }
      let rank = distance * 2 + (bytes.map(folded).sorted() == letters ? 0 : 1)
      if rank < best?.rank ?? Int.max { best = (name, rank) }
    }
    return best?.name
  }

  /// Damerau–Levenshtein distance in its optimal string alignment form: insertions, deletions, substitutions and
  /// transpositions of neighbours cost one each, upper against lower case nothing.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let left = left.map(folded)
    let right = right.map(folded)
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let substitution = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var cost = min(last[column] + 1, current[column - 1] + 1, substitution)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
