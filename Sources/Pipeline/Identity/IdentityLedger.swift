// Every identity a run has given, so that no two things can come to share one.

/// Two things of one run that would have the same id.
package struct IdentityCollision: Error, Hashable, CustomStringConvertible {
  package let identity: String

  package var description: String { "two things have the identity \(identity): expected one" }
}

/// Keeps 60 bits of each id: a chance match in a run of ten million is refused once in ten thousand runs, rather than
/// a real one let through.
package struct IdentityLedger: Sendable {
  private var seen: Set<UInt64> = []

  package init() {}

  /// Notes an id of the form `x1-` and base32; throws where it was noted before.
  package mutating func note(_ identity: String) throws(IdentityCollision) {
    var text = identity
    let key = text.withUTF8 { utf8 in
      // The prefix letters d, m, q, f and n differ in their last four bits.
      utf8.dropFirst(3).prefix(12).reduce(UInt64(utf8.first ?? 0) & 15) { key, byte in
        key << 5 | UInt64(byte >= 0x61 ? byte - 0x61 : byte &- 0x32 &+ 26)
      }
    }
    guard seen.insert(key).inserted else { throw IdentityCollision(identity: identity) }
  }
}
