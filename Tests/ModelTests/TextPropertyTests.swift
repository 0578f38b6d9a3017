// Random edits on random texts: what is kept can always be led back to its file and forth again.
import TestSupport
import Testing

@testable import Model

struct TextPropertyTests {
  private static let scalars: [Unicode.Scalar] = ["a", "b", "1", " ", "\n", "é", "м", "€", "万", "𝟓"]

  /// A text of one form whose source begins somewhere in a file.
  private func text(_ form: Piece.Form, using generator: inout SeededGenerator) -> Text {
    let count = Int.random(in: 1...60, using: &generator)
    var string = ""
    for _ in 0..<count { string.unicodeScalars.append(Self.scalars[Int.random(in: 0..<10, using: &generator)]) }
    let start = Int.random(in: 0...5, using: &generator)
    let length = string.unicodeScalars.reduce(0) { $0 + sourceLength(of: $1, form) }
    return Text(bytes: Array(string.utf8), source: start..<(start + length), form: form)
  }

  private func sourceLength(of scalar: Unicode.Scalar, _ form: Piece.Form) -> Int {
    switch form {
    case .verbatim, .whole: UTF8.width(scalar)
    case .singleByte: 1
    case .utf16: 2 * UTF16.width(scalar)
    }
  }

  private func boundaries(of text: Text) -> [Int] {
    (0...text.count).filter { $0 == text.count || text.bytes[$0] & 0xC0 != 0x80 }
  }

  /// Edits between scalars, sorted, not overlapping; no move arrives inside another edit.
  private func edits(on text: Text, using generator: inout SeededGenerator) -> [Edit] {
    let places = boundaries(of: text)
    var edits: [Edit] = []
    var next = 0
    while next < places.count - 1, edits.count < 6 {
      let start = next + Int.random(in: 0...8, using: &generator)
      let end = start + Int.random(in: 0...6, using: &generator)
      guard end < places.count else { break }
      let range = places[start]..<places[end]
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: edits.append(.remove(range, by: "r"))
      case 1: edits.append(.replace(range, with: Array("Ж=".utf8), by: "r"))
      default: edits.append(.move(range, to: places[Int.random(in: 0..<places.count, using: &generator)], by: "m"))
      }
      next = end + 1
    }
    return edits.filter { edit in
      guard case .move(let target) = edit.change else { return true }
      return !edit.range.isEmpty && !edits.contains { $0.range.lowerBound <= target && target <= $0.range.upperBound }
    }
  }

  @Test(arguments: [Piece.Form.verbatim, .singleByte, .utf16])
  func keptTextLeadsToItsFileAndBack(form: Piece.Form) {
    var generator = SeededGenerator(seed: 11)
    var wrong: [String] = []
    for round in 0..<600 where wrong.count < 5 {
      var text = text(form, using: &generator)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        text = text.applying(edits(on: text, using: &generator)).text
      }
      if !tiles(text) { wrong.append("round \(round): pieces do not tile the text") }
      wrong += brokenSpans(of: text).map { "round \(round): span \($0)" }
    }
    #expect(wrong.isEmpty, "\(form): \(wrong.prefix(5))")
  }

  private func tiles(_ text: Text) -> Bool {
    var end = 0
    for piece in text.pieces {
      guard piece.text.lowerBound == end, !piece.text.isEmpty else { return false }
      end = piece.text.upperBound
    }
    return end == text.count
  }

  /// Spans that do not come back as they were; those that cut a replacement, or begin or end in an insertion, cannot.
  private func brokenSpans(of text: Text) -> [Range<Int>] {
    let index = SourceIndex(of: text)
    let places = boundaries(of: text).filter { place in
      !text.pieces.contains { $0.form == .whole && $0.text.lowerBound < place && place < $0.text.upperBound }
    }
    let halves = halvedSources(of: text)
    var broken: [Range<Int>] = []
    for (number, start) in places.enumerated() {
      for end in places[(number + 1)...] {
        let inside = text.pieces.filter { $0.text.lowerBound < end && $0.text.upperBound > start }
        guard inside.first?.source.isEmpty == false, inside.last?.source.isEmpty == false,
          !inside.contains(where: { halves.contains($0.source.lowerBound) && $0.form == .whole })
        else { continue }
        if index.reading(text.sourceRanges(of: start..<end)) != Array(text.bytes[start..<end]) {
          broken.append(start..<end)
        }
      }
    }
    return broken
  }

  /// Where replacements begin in the file that a later edit cut in two: their halves stand for the same bytes.
  private func halvedSources(of text: Text) -> Set<Int> {
    let wholes = text.pieces.filter { $0.form == .whole && !$0.source.isEmpty }
    return Set(
      wholes.flatMap { a in
        wholes.filter { $0 != a && $0.source.overlaps(a.source) }.map(\.source.lowerBound)
      })
  }

  @Test func editsDoWhatTheySayInAnyOrderOfKinds() {
    var generator = SeededGenerator(seed: 12)
    for round in 0..<3_000 {
      let text = text(.verbatim, using: &generator)
      let edits = edits(on: text, using: &generator)
      #expect(text.applying(edits).text.bytes == plainly(edits, on: text), "round \(round)")
    }
  }

  /// The same edits on bare bytes, by walking positions one by one.
  private func plainly(_ edits: [Edit], on text: Text) -> [UInt8] {
    var result: [UInt8] = []
    for position in 0...text.count {
      for edit in edits {
        if case .move(position) = edit.change { result += text.bytes[edit.range] }
      }
      for edit in edits where edit.range.lowerBound == position {
        if case .replace(let bytes) = edit.change { result += bytes }
      }
      guard position < text.count, !edits.contains(where: { $0.range.contains(position) }) else { continue }
      result.append(text.bytes[position])
    }
    return result
  }
}
