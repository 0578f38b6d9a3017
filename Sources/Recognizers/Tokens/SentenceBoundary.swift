// Where sentences begin and end, looked up only around places that were found.
import CScan

/// Finds the sentence around a position. A sentence ends at a full stop, question or exclamation mark that is not part
/// of an abbreviation, at a blank line, and at the ends of its region.
struct SentenceBoundary {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>

  /// Longer stretches without a boundary are cut here, between words.
  static let longestSentence = 2_000

  /// A stretch that stands alone, cut between words where it is longer than a sentence.
  static func stretches(of span: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = span.lowerBound
    while span.upperBound - start > longestSentence {
      var end = start + longestSentence
      while end > start, text[end] > 0x20 { end -= 1 }
      if end == start {
        end = start + longestSentence
        while text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      stretches.append(start..<end)
      start = end
    }
    return stretches + [start..<span.upperBound]
  }

  /// The sentence around `position`, without surrounding white space. `isLinewise` ends it at every line break; it does
  /// not reach back before `reached`, where the sentence read last ended.
  func span(around position: Int, within region: Range<Int>, after reached: Int = 0, isLinewise: Bool) -> Range<Int> {
    let earliest = max(region.lowerBound, position - Self.longestSentence, min(reached, position))
    let latest = min(region.upperBound, position + Self.longestSentence)
    var start = lastEnd(upTo: position, from: earliest)
    while start > earliest, !endsSentence(before: start, within: region, isLinewise: isLinewise) {
      start = lastEnd(upTo: start - 1, from: earliest)
    }
    var end = nextEnd(from: position + 1, to: latest)
    while end < latest, !endsSentence(before: end, within: region, isLinewise: isLinewise) {
      end = nextEnd(from: end + 1, to: latest)
    }
    if end == latest, end < region.upperBound { end = wordStart(before: end, after: position) }
    while start < position, text[start] & 0xC0 == 0x80 || isSpace(text[start]) { start += 1 }
    while end < region.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
    while end > position + 1, isSpace(text[end - 1]) { end -= 1 }
    return start..<max(end, start)
  }

  /// The last place up to a position where a sentence may end, else `first`.
  private func lastEnd(upTo position: Int, from first: Int) -> Int {
    Int(assay_last_end(text.baseAddress, position, first))
  }

  /// The first place from a position on, before `last`, where a sentence may end, else `last`.
  private func nextEnd(from position: Int, to last: Int) -> Int {
    Int(assay_next_end(text.baseAddress, text.count, position, last))
  }

  /// Where a stretch without a boundary is cut: at its last white space.
  private func wordStart(before end: Int, after position: Int) -> Int {
    var cut = end
    while cut > position + 1, !isSpace(text[cut - 1]) { cut -= 1 }
    return cut > position + 1 ? cut : end
  }

  /// Whether a sentence ends just before `position`: what stands before it closes one, and white space or nothing follows.
  private func endsSentence(before position: Int, within region: Range<Int>, isLinewise: Bool) -> Bool {
    let last = text[position - 1]
    if last == 0x0A {
      return isLinewise || isBlankLine(from: position, within: region) || beginsListLine(position, within: region)
    }
    if last == 0x82, position >= region.lowerBound + 3, text[position - 2] == 0x80, text[position - 3] == 0xE3 {
      return true
    }
    guard position < region.upperBound, text[position] == 0x20 || text[position] == 0x0A else { return false }
    var mark = position - 1
    while mark > region.lowerBound, isCloser(mark) { mark -= 1 }
    switch text[mark] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return opensSentence(after: position, within: region)
    case UInt8(ascii: "."):
      return !isAbbreviation(dot: mark, within: region) && !isBrokenDecimal(dot: mark, within: region)
        && opensSentence(after: position, within: region)
    default: return false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  private func isBlankLine(from position: Int, within region: Range<Int>) -> Bool {
    var index = position
    while index < region.upperBound, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0D { index += 1 }
    return index >= region.upperBound || text[index] == 0x0A
  }

  private func beginsListLine(_ position: Int, within region: Range<Int>) -> Bool {
    guard position + 1 < region.upperBound else { return false }
    let first = text[position]
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "|"))
      && (text[position + 1] == 0x20 || first == UInt8(ascii: "|"))
  }

  /// Quotes, brackets and superscripts that may stand between the full stop and the space.
  private func isCloser(_ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    case 0x80...0xBF, 0xC2, 0xE2: true
    default: false
    }
  }

  /// Whether what follows white space can begin a sentence: no lower-case letter.
  private func opensSentence(after position: Int, within region: Range<Int>) -> Bool {
    var index = position
    while index < region.upperBound, isSpace(text[index]) { index += 1 }
    guard index < region.upperBound else { return true }
    return !(text[index] >= 0x61 && text[index] <= 0x7A) && text[index] != UInt8(ascii: ",")
  }

  /// "1 . 8500": a decimal that the text has broken.
  private func isBrokenDecimal(dot: Int, within region: Range<Int>) -> Bool {
    dot >= region.lowerBound + 2 && dot + 2 < region.upperBound && text[dot - 1] == 0x20 && text[dot + 1] == 0x20
      && Bytes.isDigit(text[dot - 2]) && Bytes.isDigit(text[dot + 2])
  }

  /// "Dhs. 250": a currency sign with its dot.
  private func isSign(_ range: Range<Int>) -> Bool {
    lexicon.signs.candidates(at: range.lowerBound, in: text)?.contains {
      $0.count == range.count && $0.stands(at: range.lowerBound, in: text)
    } ?? false
  }

  /// "£3 10s. 6d.": a shilling's dot, with the pence behind it.
  private func isOldMoney(letter: Int, within region: Range<Int>) -> Bool {
    text[letter] == UInt8(ascii: "s") && letter > region.lowerBound && Bytes.isDigit(text[letter - 1])
      && letter + 3 < region.upperBound && Bytes.isDigit(text[letter + 3])
  }

  private func isAbbreviation(dot: Int, within region: Range<Int>) -> Bool {
    var start = dot
    while start > region.lowerBound,
      Bytes.isLetter(text[start - 1]) || text[start - 1] >= 0x80
        || (text[start - 1] == UInt8(ascii: ".") && start < dot)
    { start -= 1 }
    guard start < dot else { return false }
    if isSign(start..<dot + 1), dot + 2 < region.upperBound, Bytes.isDigit(text[dot + 2]) { return true }
    if dot - start == 1 {
      if isOldMoney(letter: start, within: region) { return true }
      // "c. £500"
      if text[start] == UInt8(ascii: "c"), dot + 2 < region.upperBound { return !Characters.isAnyLetter(text, dot + 2) }
      return text[start] < 0x61 || text[start] == UInt8(ascii: "p") || text[start] == UInt8(ascii: "v")
    }
    let lexeme = lexicon.lexeme(FoldedHash.word(text, start, dot))
    return lexicon.lexemes[Int(lexeme)].roles.contains(.abbreviation)
  }
}
