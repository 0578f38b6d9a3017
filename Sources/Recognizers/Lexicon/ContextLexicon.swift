// Names, verbs and nouns that tell who pays whom: looked up only in sentences with an amount.
import Model

/// Built once from data files; read concurrently. Apart from the lexicon of amounts, so that finding those stays fast.
final class ContextLexicon: Sendable {
  let words: FixedTable<ContextWord>
  let frames: FixedTable<Frame>
  let senses: FixedTable<PartySense>
  let parties: [Mention.Party]
  /// Bodies of states.
  let agencies: [String]
  let faults: [String]
  private let index: WordIndex

  init(_ builder: ContextLexiconBuilder) {
    words = FixedTable(builder.words)
    frames = FixedTable(builder.frames)
    senses = FixedTable(builder.senses)
    parties = builder.parties
    agencies = builder.agencies
    faults = builder.faults
    index = WordIndex(builder.indices)
  }

  /// The word or phrase of a hash, 0 for an unknown one.
  @inline(__always)
  func word(_ hash: UInt64) -> Int32 { index[hash] }
}
