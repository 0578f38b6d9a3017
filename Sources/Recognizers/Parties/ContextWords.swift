// What the tokens of a sentence do for telling who pays whom.

/// Looked up once for a sentence, and only for one with an amount.
struct ContextWords {
  let lexicon = ReferenceTables.contextLexicon
  private var words: [Int32] = []
  private var isRead = false

  mutating func forget() { isRead = false }

  /// Looks up the tokens of a sentence, unless they are known.
  mutating func read(_ count: Int, _ hash: (Int) -> UInt64) {
    if isRead { return }
    isRead = true
    words.removeAll(keepingCapacity: true)
    for index in 0..<count { words.append(lexicon.word(hash(index))) }
    for index in 0..<count where lexicon.words[Int(words[index])].parts.contains(.opensPhrase) {
      join(index, count, hash)
    }
  }

  /// "according to", "in turn": each of the words does what the phrase does.
  private mutating func join(_ start: Int, _ count: Int, _ hash: (Int) -> UInt64) {
    var phrase = hash(start)
    var end = start + 1
    var word = lexicon.words[Int(words[start])]
    while word.parts.contains(.opensPhrase), end < count {
      phrase = FoldedHash.phrase(phrase, then: hash(end))
      let found = lexicon.word(phrase)
      word = lexicon.words[Int(found)]
      end += 1
      if word.grammar != .none { for index in start..<end { words[index] = found } }
    }
  }

  /// The word of a token; none outside the sentence.
  subscript(index: Int) -> ContextWord {
    lexicon.words[words.indices.contains(index) ? Int(words[index]) : 0]
  }
}

extension Sentence {
  /// What a token does; nothing outside the sentence.
  func context(_ index: Int) -> ContextWord {
    contextWords.read(count) { tokens[$0].kind == .word || tokens[$0].kind == .mark ? hash($0) : 0 }
    return contextWords[index]
  }

  var contextLexicon: ContextLexicon { contextWords.lexicon }

  func grammar(_ index: Int) -> Grammar { context(index).grammar }

  /// The parts of a token; none outside the sentence.
  func parts(_ index: Int) -> Parts { context(index).parts }

  /// Whether a token plays none of these roles and parts.
  func lacks(_ index: Int, _ roles: Roles, _ parts: Parts) -> Bool {
    self.roles(index).isDisjoint(with: roles) && self.parts(index).isDisjoint(with: parts)
  }

  /// A noun of money or of what costs money.
  func isMoneyNoun(_ index: Int) -> Bool { roles(index).contains(.kind) || parts(index).contains(.thing) }

  /// The longest phrase that begins at a token and plays a part, with the token after it.
  func phrase(at index: Int, _ part: Parts) -> (word: ContextWord, end: Int)? {
    var best: (ContextWord, Int)?
    eachPhrase(at: index) { word, end in
      if word.parts.contains(part) { best = (word, end) }
    }
    return best
  }

  /// The longest phrase of at most five words that ends just before a token and plays a part, with its first token.
  func phrase(before index: Int, _ part: Parts) -> (word: ContextWord, start: Int)? {
    guard index > 0, index <= tokens.count else { return nil }
    for start in max(0, index - 5)..<index {
      if let found = phrase(at: start, part), found.end == index { return (found.word, start) }
    }
    return nil
  }

  /// Calls `body` with each phrase that begins at a token, the shortest first, and the token after it.
  func eachPhrase(at index: Int, _ body: (ContextWord, Int) -> Void) {
    guard index >= 0, index < count else { return }
    var word = context(index)
    var hash = hash(index)
    var end = index + 1
    while true {
      body(word, end)
      guard word.parts.contains(.opensPhrase), end < count else { return }
      hash = FoldedHash.phrase(hash, then: self.hash(end))
      word = contextLexicon.words[Int(contextLexicon.word(hash))]
      end += 1
    }
  }
}
