// Words found by their hash, without allocation.

/// Open addressing, at most a quarter full; read concurrently.
struct WordIndex: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// 0 for an empty slot.
    var word: Int32 = 0
  }

  private let slots: FixedTable<Slot>
  /// What takes the upper bits of a hash to a slot.
  private let shift: UInt64

  /// Words by their hash; none is 0.
  init(_ indices: [UInt64: Int32]) {
    var bits = 10
    while 1 << bits < indices.count * 4 { bits += 1 }
    var slots = Array(repeating: Slot(), count: 1 << bits)
    for (hash, word) in indices.sorted(by: { $0.value < $1.value }) {
      var slot = Int(hash >> UInt64(64 - bits))
      while slots[slot].word != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(hash: hash, word: word)
    }
    self.slots = FixedTable(slots)
    shift = UInt64(64 - bits)
  }

  /// The word of a hash, 0 for an unknown one.
  @inline(__always)
  subscript(hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while slots[slot].word != 0 {
      if slots[slot].hash == hash { return slots[slot].word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }
}
