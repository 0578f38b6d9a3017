// The content words near an amount, compared to tell whether two amounts are of one thing.

package struct AboutWords: Sendable, Hashable {
  private let words: Set<String>

  /// The words of a mention's `about`, lower case, without punctuation.
  package init(_ about: String) {
    words = Set(about.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  package var isEmpty: Bool { words.isEmpty }
  package var count: Int { words.count }

  /// Whether both say the same, or share at least two words and `percent` of the shorter one's.
  package func overlaps(_ other: AboutWords, percent: Int) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    if words == other.words { return true }
    let smaller = words.count <= other.words.count ? self : other
    let larger = words.count <= other.words.count ? other : self
    let shared = smaller.words.count { larger.words.contains($0) }
    return shared >= 2 && shared * 100 >= smaller.words.count * percent
  }
}
