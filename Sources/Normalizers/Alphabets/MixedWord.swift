// A word with letters of more than one alphabet, and which alphabet it was meant in.

/// The letters of a word and what each should be.
struct MixedWord {
  struct Letter {
    let scalar: UInt32
    let range: Range<Int>
    let kind: GlyphKind
  }

  /// What is to stand for some letters of the word.
  typealias Changes = [(range: Range<Int>, bytes: [UInt8])]

  private let letters: [Letter]
  private let latin: [Letter]
  private let foreign: [Letter]
  /// Cyrillic or Greek.
  private let script: GlyphKind.Script

  /// Nil where the letters are of one alphabet, or of three.
  init?(_ letters: [Letter]) {
    latin = letters.filter { $0.kind.script == .latin }
    foreign = letters.filter { $0.kind.script != .latin }
    guard !latin.isEmpty, let script = foreign.first?.kind.script, script == .cyrillic || script == .greek,
      foreign.allSatisfy({ $0.kind.script == script })
    else { return nil }
    self.letters = letters
    self.script = script
  }

  /// The word in one alphabet, or nothing where it may be mixed on purpose. `isAmongLatin` tells whether the words
  /// around are Latin, `isAmongOthers` whether some are in the other alphabet.
  func changes(isAmongLatin: Bool, isAmongOthers: Bool) -> Changes {
    let latinCanGo = latin.allSatisfy { twinOfLatin($0.scalar) != nil }
    let foreignCanGo = foreign.allSatisfy { twinOfForeign($0.scalar) != nil }
    switch (latinCanGo, foreignCanGo) {
    case (true, false) where isTransliteration && isAmongLatin && !isAmongOthers: return transliterated()
    case (true, false): return latin.compactMap { change($0, to: twinOfLatin($0.scalar)) }
    case (false, true): return isInflection(isAmongOthers) ? [] : foreignToLatin()
    case (true, true):
      guard latin.count + foreign.count > 2 else { return [] }
      return isAmongLatin
        ? foreign.compactMap { change($0, to: twinOfForeign($0.scalar)) }
        : latin.compactMap { change($0, to: twinOfLatin($0.scalar)) }
    case (false, false): return isTransliteration && !isAmongOthers ? transliterated() : []
    }
  }

  /// A Latin name with a Cyrillic or Greek ending, in a text of that alphabet.
  private func isInflection(_ isAmongOthers: Bool) -> Bool {
    guard let first = foreign.first else { return false }
    return isAmongOthers && letters.suffix(foreign.count).first?.range == first.range && foreign.count < latin.count
  }

  /// A longer word that begins in Latin letters and has no fewer of them than of Russian ones, and is not an
  /// abbreviation with a Russian ending.
  private var isTransliteration: Bool {
    script == .cyrillic && letters.count > 3 && letters.first?.range == latin.first?.range
      && latin.count >= foreign.count && latin.contains { $0.kind.role == .lower }
      && foreign.allSatisfy { LetterTwin.transliteration(of: $0.scalar) != nil }
  }

  private func foreignToLatin() -> Changes {
    if script == .greek, !isGreekByMistake { return [] }
    let spelled = transliterated()
    if isTransliteration, endsAsRussianDoes(spelled) { return spelled }
    return foreign.compactMap { change($0, to: twinOfForeign($0.scalar)) }
  }

  /// Greek letters name quantities and molecules beside Latin ones: only inside a longer word are they mistakes.
  private var isGreekByMistake: Bool {
    let isOmicronOnly = foreign.allSatisfy { $0.scalar == 0x3BF }
    guard latin.count >= (isOmicronOnly ? 2 : 3), latin.count > foreign.count else { return false }
    return foreign.allSatisfy { letter in
      letter.scalar == 0x3BF || letter.kind.role == .upper
        || letter.range != letters.first?.range && letter.range != letters.last?.range
    } && letters.dropFirst().contains { $0.kind.role == .lower }
  }

  /// Whether the word, spelled in Latin letters, ends like a Russian adjective of a newspaper's or office's name.
  private func endsAsRussianDoes(_ changes: Changes) -> Bool {
    var spelled = ""
    for letter in letters {
      let change = changes.first { $0.range == letter.range }
      if let change { spelled += String(decoding: change.bytes, as: UTF8.self) } else { spelled += text(letter) }
    }
    return ["aia", "iia", "skii", "skoe", "skogo", "skoi", "nyi", "nogo"].contains { spelled.hasSuffix($0) }
  }

  private func text(_ letter: Letter) -> String { Unicode.Scalar(letter.scalar).map { String($0) } ?? "" }

  private func transliterated() -> Changes {
    foreign.compactMap { letter in
      LetterTwin.transliteration(of: letter.scalar).map { (range: letter.range, bytes: $0) }
    }
  }

  private func twinOfLatin(_ scalar: UInt32) -> UInt32? {
    script == .cyrillic ? LetterTwin.cyrillic(ofLatin: scalar) : LetterTwin.greek(ofLatin: scalar)
  }

  private func twinOfForeign(_ scalar: UInt32) -> UInt32? {
    script == .cyrillic ? LetterTwin.latin(ofCyrillic: scalar) : LetterTwin.latin(ofGreek: scalar)
  }

  private func change(_ letter: Letter, to scalar: UInt32?) -> (range: Range<Int>, bytes: [UInt8])? {
    scalar.flatMap { Unicode.Scalar($0) }.map { (range: letter.range, bytes: Array(String($0).utf8)) }
  }
}
