// The running text and what stands between its paragraphs: headings, lists, captions, lists of notes.

import Model

extension Outline {
  /// Gives the units from the first to the last running text their roles; what is not recognized is body.
  mutating func readBody() {
    guard firstProse <= lastProse else { return }
    for index in firstProse...lastProse where units[index].role == nil {
      let unit = units[index]
      if ListMark(at: unit.start, in: bytes, end: unit.end)?.isSure ?? false || isListed(index) {
        units[index].role = .list
      } else if unit.isProse || unit.isSentence {
        continue
      } else if CaptionOpening.stands(at: unit.start, in: bytes) {
        units[index].role = .caption
      } else if isHeading(index) {
        units[index].role = .heading
      }
    }
  }

  /// A number or letter makes a list where the next or previous unit has one as well.
  private func isListed(_ index: Int) -> Bool {
    guard ListMark(at: units[index].start, in: bytes, end: units[index].end) != nil else { return false }
    return [index - 1, index + 1].contains { other in
      units.indices.contains(other) && units[other].block - units[index].block <= 1
        && ListMark(at: units[other].start, in: bytes, end: units[other].end) != nil
    }
  }

  /// A short line of its own before running text, between finished paragraphs, that does not break off itself.
  private func isHeading(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.count <= 120, index < lastProse,
      MetadataLine.isCapital(bytes[unit.start]) || Byte.isDigit(bytes[unit.start]),
      !areNeighbours(index - 1, index), ![0x2C, 0x3B, 0x3A, 0x2D, 0x94].contains(bytes[unit.end - 1])
    else { return false }
    let next = units[index + 1]
    guard
      next.isProse || (next.isSentence && !areNeighbours(index, index + 1)) || next.role == .footnote
        || ListMark(at: next.start, in: bytes, end: next.end) != nil
    else { return false }
    guard index > 0 else { return true }
    let previous = units[index - 1]
    return previous.isSentence || previous.role != nil && previous.role != .body || previous.count < 120
  }

  /// Numbered lines under "Notes" are footnotes, one each.
  mutating func findNotes() {
    for index in units.indices.suffix(300) where units[index].role == nil && units[index].count <= 24 {
      guard Self.noteHeadings.contains(bytes[units[index].range].map(Byte.lowercased)) else { continue }
      var next = index + 1
      while next < units.count, let mark = ListMark(at: units[next].start, in: bytes, end: units[next].end),
        let number = mark.number
      {
        units[next].role = .footnote
        setLabel(number, of: next)
        next += 1
      }
      if next > index + 1 { units[index].role = .heading }
    }
  }

  private static let noteHeadings = Set(
    ["notes", "notes:", "footnotes", "footnotes:", "endnotes", "endnotes:", "references", "references:", "Примечания"]
      .map { Array($0.utf8) })
}

/// What an item of a list begins with.
struct ListMark {
  /// A bullet, which nothing but a list has.
  let isSure: Bool
  /// The number of a numbered item.
  let number: String?

  /// Nil where the text at `position` does not begin as an item.
  init?(at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) {
    guard end - position >= 3 else { return nil }
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      guard bytes[position + 1] == Byte.space else { return nil }
      (isSure, number) = (true, nil)
    case 0xE2:
      guard bytes[position + 1] == 0x80, bytes[position + 2] == 0xA2 || bytes[position + 2] == 0xA3 else { return nil }
      (isSure, number) = (true, nil)
    default:
      let start = first == UInt8(ascii: "(") ? position + 1 : position
      var close = start
      while close < end, close < start + 3, Byte.isDigit(bytes[close]) { close += 1 }
      let digits = start..<close
      if digits.isEmpty, Byte.isLower(bytes[start]) { close += 1 }
      let isBracket = close < end && bytes[close] == UInt8(ascii: ")")
      let isPoint = close < end && bytes[close] == UInt8(ascii: ".") && !digits.isEmpty && start == position
      guard close > start, isBracket || isPoint, close + 1 < end, bytes[close + 1] == Byte.space else { return nil }
      (isSure, number) = (false, digits.isEmpty ? nil : String(decoding: bytes[digits], as: UTF8.self))
    }
  }
}
