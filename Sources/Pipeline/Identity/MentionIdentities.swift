// The identities of one document's mentions: an edit elsewhere in the document leaves them.
import Model

package enum MentionIdentities {
  private struct Likeness: Hashable {
    let sentence: [UInt8]
    let surface: String

    func hash(into hasher: inout Hasher) {
      // The synthesized one hashes byte by byte.
      sentence.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(surface)
    }
  }

  /// The id of each mention, in order; equal surfaces in equal sentences are told apart by their ordinal.
  package static func identities(of mentions: [Mention], documentID: String) -> [String] {
    var seen: [Likeness: Int] = [:]
    // Mentions of one sentence share its folded bytes.
    var last: (sentence: String, folded: [UInt8]) = ("", [])
    return mentions.map { mention in
      if last.sentence != mention.sentence { last = (mention.sentence, folded(mention.sentence)) }
      let likeness = Likeness(sentence: last.folded, surface: mention.surface)
      let ordinal = seen[likeness, default: 0]
      seen[likeness] = ordinal + 1
      return Identity.mention(
        documentID: documentID, foldedSentence: likeness.sentence, surface: likeness.surface, ordinal: ordinal)
    }
  }

  /// ASCII letters in lower case, runs of ASCII space as one, none at the ends; all else as it stands.
  package static func folded(_ sentence: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(sentence.utf8.count)
    var isSpacePending = false
    for byte in sentence.utf8 {
      guard byte > 0x20 else {
        isSpacePending = !folded.isEmpty
        continue
      }
      if isSpacePending { folded.append(0x20) }
      isSpacePending = false
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return folded
  }
}
