// What was found at the tokens of one sentence, and that nothing was.

/// Memory for one value a token. A handle: copies share it, and whoever made it frees it.
struct Memo<Value> {
  private enum State: UInt8 { case unknown, none, some }

  private var states: UnsafeMutablePointer<State>
  private var values: UnsafeMutablePointer<Value>
  private var capacity: Int

  init() {
    capacity = 64
    states = .allocate(capacity: capacity)
    values = .allocate(capacity: capacity)
  }

  /// A memo of nothing, for a sentence of `count` tokens; it takes over the memory.
  consuming func emptied(for count: Int) -> Memo {
    var memo = self
    if count > memo.capacity {
      memo.deallocate()
      memo.capacity = max(count, memo.capacity * 2)
      memo.states = .allocate(capacity: memo.capacity)
      memo.values = .allocate(capacity: memo.capacity)
    }
    memo.states.initialize(repeating: .unknown, count: count)
    return memo
  }

  func deallocate() {
    states.deallocate()
    values.deallocate()
  }

  /// What is known of a token of the sentence, else what `find` says now.
  @inline(__always)
  func value(at index: Int, else find: () -> Value?) -> Value? { place(at: index, else: find)?.pointee }

  /// The same without a copy; it holds until the next sentence.
  @inline(__always)
  func place(at index: Int, else find: () -> Value?) -> UnsafePointer<Value>? {
    if states[index] == .unknown {
      if let found = find() {
        (values + index).initialize(to: found)
        states[index] = .some
      } else {
        states[index] = .none
      }
    }
    return states[index] == .some ? UnsafePointer(values + index) : nil
  }
}
