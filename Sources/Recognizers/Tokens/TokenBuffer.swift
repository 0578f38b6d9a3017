// Memory for the tokens of one sentence after the other.

/// Grows to the longest sentence and serves again for each.
struct TokenBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<Token>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 64
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Forgets what there is.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (base + count).initialize(to: token)
    count += 1
  }

  /// Twice the room, with what there is.
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, capacity * 2)
  }

  /// Ends the sentence. What is returned holds until the next token is appended.
  mutating func tokens() -> Tokens {
    append(.outside)
    count -= 1
    return Tokens(UnsafeMutablePointer(base), count: count)
  }
}
