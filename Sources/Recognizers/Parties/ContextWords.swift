// What the tokens of a sentence do for telling who pays whom.

/// Memory for the context words of one sentence after the other; looked up only for sentences with an amount.
struct ContextWords: ~Copyable {
  private var base: UnsafeMutablePointer<ContextWord>
  /// For each token the parts of all phrases that may begin with it.
  private var phrases: UnsafeMutablePointer<Parts>
  /// Those of all tokens together.
  private(set) var allParts: Parts = []
  private var capacity: Int
  /// At every other index there is a word that does nothing.
  private var count = 0

  init() {
    capacity = 64
    base = .allocate(capacity: capacity + 1)
    base.initialize(to: ContextWord())
    phrases = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
    phrases.deallocate()
  }

  mutating func forget() {
    count = 0
    base.initialize(to: ContextWord())
  }

  @inline(__always)
  subscript(index: Int) -> ContextWord { base[UInt(bitPattern: index) < UInt(bitPattern: count) ? index : count] }

  /// Whether a phrase that plays a part may begin with a token; true where nothing was looked up.
  @inline(__always)
  func mayBegin(_ part: Parts, at index: Int) -> Bool {
    UInt(bitPattern: index) >= UInt(bitPattern: count) || phrases[index].contains(part)
  }

  /// Looks up the tokens of a sentence.
  mutating func read(_ sentence: borrowing ContextTokens) {
    let lexicon = sentence.lexicon
    count = sentence.tokens.count
    if count > capacity {
      base.deallocate()
      phrases.deallocate()
      capacity = count * 2
      base = .allocate(capacity: capacity + 1)
      phrases = .allocate(capacity: capacity)
    }
    allParts = []
    for index in 0..<count {
      let hash = sentence.hash(index)
      let word = lexicon.words[Int(lexicon.word(hash))]
      (base + index).initialize(to: word)
      (phrases + index).initialize(to: hash == 0 ? .unknown : word.parts)
      allParts.formUnion(word.parts)
    }
    (base + count).initialize(to: ContextWord())
    guard allParts.contains(.opensPhrase) else { return }
    for index in 0..<count where base[index].parts.union(phrases[index]).contains(.opensPhrase) {
      join(index, sentence)
    }
  }

  /// Notes the phrases that begin with a token. "according to", "in turn": each of the words does what the phrase does.
  private mutating func join(_ start: Int, _ sentence: borrowing ContextTokens) {
    let isJoined = base[start].parts.contains(.opensPhrase)
    var phrase = sentence.hash(start)
    var parts = phrases[start]
    var end = start + 1
    var isOpen = true
    while isOpen, end < count {
      let next = sentence.hash(end)
      if next == 0 { parts.formUnion(partsOfPhrases(behind: phrase, at: end, sentence)) }
      phrase = FoldedHash.phrase(phrase, then: next)
      let word = sentence.lexicon.words[Int(sentence.lexicon.word(phrase))]
      parts.formUnion(word.parts)
      isOpen = word.parts.contains(.opensPhrase)
      end += 1
      if isJoined, word.grammar != .none { for index in start..<end { base[index] = word } }
    }
    phrases[start] = parts
    allParts.formUnion(parts)
  }

  /// The parts of phrases that go on with a number or sign.
  private func partsOfPhrases(behind phrase: UInt64, at start: Int, _ sentence: borrowing ContextTokens) -> Parts {
    var phrase = phrase
    var parts: Parts = []
    for index in start..<count {
      phrase = FoldedHash.phrase(phrase, then: sentence.anyHash(index))
      let word = sentence.lexicon.words[Int(sentence.lexicon.word(phrase))]
      parts.formUnion(word.parts)
      if !word.parts.contains(.opensPhrase) { break }
    }
    return parts
  }
}

/// The tokens of a sentence as the context lexicon finds them: by their hashes.
struct ContextTokens {
  let tokens: Tokens
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: ContextLexicon

  /// The hash of a word or mark; 0, which no word has, for a number or sign.
  @inline(__always)
  func hash(_ index: Int) -> UInt64 {
    let token = tokens[index]
    if token.hash != 0 { return token.hash }
    return token.kind == .word || token.kind == .mark ? FoldedHash.word(text, token.start, token.end) : 0
  }

  /// The hash of a token of any kind.
  func anyHash(_ index: Int) -> UInt64 {
    let token = tokens[index]
    return token.hash != 0 ? token.hash : FoldedHash.word(text, token.start, token.end)
  }
}

extension Sentence {
  var contextLexicon: ContextLexicon { ReferenceTables.contextLexicon }

  /// What a token does; nothing outside the sentence, nor before `readContext`.
  @inline(__always)
  func context(_ index: Int) -> ContextWord { contextWords[index] }

  /// Looks up what the tokens do for telling who pays whom.
  func readContext() {
    contextWords.read(ContextTokens(tokens: tokens, text: text, lexicon: ReferenceTables.contextLexicon))
  }

  @inline(__always)
  func grammar(_ index: Int) -> Grammar { context(index).grammar }

  /// The parts of a token; none outside the sentence.
  @inline(__always)
  func parts(_ index: Int) -> Parts { context(index).parts }

  /// Whether a token plays none of these roles and parts.
  @inline(__always)
  func lacks(_ index: Int, _ roles: Roles, _ parts: Parts) -> Bool {
    self.roles(index).isDisjoint(with: roles) && self.parts(index).isDisjoint(with: parts)
  }

  /// A noun of money or of what costs money.
  func isMoneyNoun(_ index: Int) -> Bool { roles(index).contains(.kind) || parts(index).contains(.thing) }

  /// The longest phrase that begins at a token and plays a part, with the token after it.
  @inline(__always)
  func phrase(at index: Int, _ part: Parts) -> (word: ContextWord, end: Int)? {
    let first = context(index)
    guard !first.parts.isDisjoint(with: part.union(.opensPhrase)) else { return nil }
    if !first.parts.contains(.opensPhrase) { return (first, index + 1) }
    return contextWords.mayBegin(part, at: index) ? longestPhrase(at: index, part) : nil
  }

  private func longestPhrase(at index: Int, _ part: Parts) -> (word: ContextWord, end: Int)? {
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
    let lexicon = contextLexicon
    var hash = hash(index)
    var word = lexicon.words[Int(lexicon.word(hash))]
    var end = index + 1
    while true {
      body(word, end)
      guard word.parts.contains(.opensPhrase), end < count else { return }
      hash = FoldedHash.phrase(hash, then: self.hash(end))
      word = lexicon.words[Int(lexicon.word(hash))]
      end += 1
    }
  }
}
