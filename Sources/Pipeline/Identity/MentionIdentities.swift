// The identities of one document's mentions: an edit elsewhere in the document leaves them.
import Model

package enum MentionIdentities {
  /// The id of each mention, in order; equal surfaces in equal sentences are told apart by their ordinal.
  package static func identities(of mentions: [Mention], documentID: String) -> [String] {
    // Equal sentences and surfaces have equal hashes.
    var seen: [ContentHash: Int] = [:]
    seen.reserveCapacity(min(mentions.count, 1024))
    var sentence: [UInt8] = []
    return mentions.indices.map { place in
      if place == 0 || mentions[place].sentenceSpan != mentions[place - 1].sentenceSpan
        || mentions[place].sentence != mentions[place - 1].sentence
      {
        sentence = folded(mentions[place].sentence)
      }
      let surface = mentions[place].surface
      let first = Identity.mentionHash(documentID: documentID, foldedSentence: sentence, surface: surface, ordinal: 0)
      let ordinal = seen[first] ?? 0
      seen[first] = ordinal + 1
      if ordinal == 0 { return Identity.mention(first) }
      return Identity.mention(documentID: documentID, foldedSentence: sentence, surface: surface, ordinal: ordinal)
    }
  }

  /// ASCII letters in lower case, runs of ASCII space as one, none at the ends; all else as it stands.
  package static func folded(_ sentence: String) -> [UInt8] {
    var sentence = sentence
    return sentence.withUTF8 { sentence in
      [UInt8](unsafeUninitializedCapacity: sentence.count) { folded, count in
        guard let from = sentence.baseAddress, let start = folded.baseAddress else { return }
        var end = start
        var isBehindSpace = true
        for place in 0..<sentence.count {
          let byte = from[place]
          let isSpace = byte <= 0x20
          // Written always, kept only where it is no second space: no branch to guess at.
          end.pointee = isSpace ? 0x20 : byte &- 0x41 < 26 ? byte | 0x20 : byte
          end += isSpace && isBehindSpace ? 0 : 1
          isBehindSpace = isSpace
        }
        if end > start, isBehindSpace { end -= 1 }
        count = end - start
      }
    }
  }
}
