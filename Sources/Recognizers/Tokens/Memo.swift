// What was found at the tokens of one sentence, and that nothing was.

struct Memo<Value> {
  private var values: [Value] = []
  /// For each token an index of `values`.
  private var indices: [Int16] = []
  private static var unknown: Int16 { -2 }
  private static var none: Int16 { -1 }

  /// Forgets everything; the next sentence has `count` tokens.
  mutating func removeAll(count: Int) {
    values.removeAll(keepingCapacity: true)
    indices.removeAll(keepingCapacity: true)
    indices.append(contentsOf: repeatElement(Self.unknown, count: count))
  }

  /// Whether it is known what is found at a token.
  func knows(_ index: Int) -> Bool { indices[index] != Self.unknown }

  /// What was found at a token; nil where nothing was, or where that is not known.
  func value(at index: Int) -> Value? { indices[index] < 0 ? nil : values[Int(indices[index])] }

  mutating func note(_ value: Value?, at index: Int) {
    indices[index] = value == nil ? Self.none : Int16(values.count)
    if let value { values.append(value) }
  }
}
