// SplitMix64: the same numbers from the same seed, everywhere.

struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }

  /// An index below `count`; low ones come more often, as the common words of a language do.
  mutating func skewed(_ count: Int) -> Int {
    let first = below(1 << 20)
    let second = below(1 << 20)
    return Int(Double(count) * Double(first) * Double(second) / Double(1 << 40))
  }
}
