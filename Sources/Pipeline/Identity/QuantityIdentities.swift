// The identities of one document's quantities, made as those of its mentions are.
import Model

enum QuantityIdentities {
  /// The id of each quantity, in order; equal surfaces in equal sentences are told apart by their ordinal.
  static func identities(of quantities: [Quantity], documentID: String) -> [String] {
    // By the id that the first of its equals has.
    var seen: [String: Int] = [:]
    // Quantities of one sentence share its folded bytes.
    var last: (sentence: String, folded: [UInt8]) = ("", [])
    return quantities.map { quantity in
      if last.sentence != quantity.sentence {
        last = (quantity.sentence, MentionIdentities.folded(quantity.sentence))
      }
      let first = Identity.quantity(
        documentID: documentID, foldedSentence: last.folded, surface: quantity.surface, ordinal: 0)
      let ordinal = seen[first, default: 0]
      seen[first] = ordinal + 1
      if ordinal == 0 { return first }
      return Identity.quantity(
        documentID: documentID, foldedSentence: last.folded, surface: quantity.surface, ordinal: ordinal)
    }
  }
}
