// Words with letters of two alphabets, as scanners and hurried typists leave them.

import Model

/// Acts inside words only that mix Latin letters with Cyrillic or Greek ones; digits, hyphens and apostrophes end a word.
struct MixedAlphabets: NormalizationRule {
  static let rule = RuleDescription(
    id: "mixed-alphabets", stage: .normalize,
    summary: "in a word of two alphabets the letters of the wrong one become those they look like or stand for",
    examples: [
      .init("a lоаn of 12 milliоn dollаrs", "a loan of 12 million dollars"),
      .init("кредит в 12 миллиoнов дoлларoв", "кредит в 12 миллионов долларов"),
      .init("the journal Soiuз and Moskovskaиa pravda", "the journal Soiuz and Moskovskaia pravda"),
      .init("Izvestiia sovetskaiа", "Izvestiia sovetskaia"),
      .init(unchanged: "Wi-Fi-роутер, USB-кабель, С-300, COVID-19-штамм"),
      .init(unchanged: "купил iPhoneа и SMSка пришла, КуZбасс"),
      .init(unchanged: "TNFα, Δt, IFNγ, μm, α-particles"),
    ])
  static let phase = Phase.characters
  static let triggers: [UInt8] = [0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3]

  /// Words longer than this are no words.
  private static let longest = 128
  /// How far around a word its neighbours are looked at, in bytes.
  private static let reach = 200

  func act(at position: Int, in window: Window, into edits: inout EditCollector) -> Int {
    let end = foreignEnd(from: position, in: window)
    // Most words are of one alphabet; Latin letters begin with an ASCII byte or with 0xC3 to 0xC9.
    guard isLatin(at: end, in: window) || isLatin(before: position, in: window) else { return end }
    let letters = word(around: position, in: window)
    guard let last = letters.last, letters.count <= Self.longest, let word = MixedWord(letters),
      !isDamaged(letters[0].range.lowerBound..<last.range.upperBound, in: window)
    else { return end }
    let (latin, others) = words(around: letters[0].range.lowerBound..<last.range.upperBound, in: window)
    for change in word.changes(isAmongLatin: latin >= others, isAmongOthers: others > 0) {
      edits.replace(change.range, with: change.bytes, by: Self.rule)
    }
    return last.range.upperBound
  }

  /// Whether letters next to a word were lost, which may have told its alphabet.
  private func isDamaged(_ word: Range<Int>, in window: Window) -> Bool {
    window.holds("\u{FFFD}", at: word.upperBound) || window.holds("\u{FFFD}", at: word.lowerBound - 3)
  }

  private func foreignEnd(from position: Int, in window: Window) -> Int {
    var end = position
    while end < window.count, window[end] &- 0xCE < 6 { end += 2 }
    return min(end, window.count)
  }

  private func isLatin(at position: Int, in window: Window) -> Bool {
    Byte.isLetter(window.byte(position)) || (0xC3...0xC9).contains(window.byte(position))
  }

  private func isLatin(before position: Int, in window: Window) -> Bool {
    position > 0 && isLatin(at: window.characterStart(before: position), in: window)
  }

  /// The letters of the word that holds a position.
  private func word(around position: Int, in window: Window) -> [MixedWord.Letter] {
    var start = position
    while start > 0, position - start < 2 * Self.longest {
      let previous = window.characterStart(before: start)
      guard GlyphKind(of: MisreadLine.scalar(window.bytes, previous).scalar).isLetter else { break }
      start = previous
    }
    var letters: [MixedWord.Letter] = []
    while start < window.count, letters.count <= Self.longest {
      let (scalar, length) = MisreadLine.scalar(window.bytes, start)
      let kind = GlyphKind(of: scalar)
      guard kind.isLetter else { break }
      letters.append(MixedWord.Letter(scalar: scalar, range: start..<(start + length), kind: kind))
      start += length
    }
    return letters
  }

  /// How many words around a word are Latin and how many are wholly in the Cyrillic or Greek alphabet.
  private func words(around word: Range<Int>, in window: Window) -> (latin: Int, others: Int) {
    let from = max(0, word.lowerBound - Self.reach)
    let to = min(window.count, word.upperBound + Self.reach)
    var counts = (latin: 0, others: 0)
    var seen = (latin: false, others: false)
    for position in from...to {
      let byte = position < to && !word.contains(position) ? window[position] : Byte.space
      if Byte.isLetter(byte) { seen.latin = true } else if (0xCE...0xD3).contains(byte) { seen.others = true }
      guard byte < 0x80, !Byte.isLetter(byte) else { continue }
      if seen.latin, !seen.others { counts.latin += 1 }
      if seen.others, !seen.latin { counts.others += 1 }
      seen = (false, false)
    }
    return counts
  }
}
