// Texts as pieces of their source: single cases of edits, moves, forms and positions.
import Testing

@testable import Model

struct TextTests {
  private func text(_ string: String) -> Text { Text(verbatim: Array(string.utf8)) }

  @Test func aFootnoteMovedBehindTheSentenceLeavesBothWhole() {
    let source = text("It cost 12 mil[note]lion dollars. End")
    let (moved, _) = source.applying([.move(14..<20, to: 33, by: "moves")])
    #expect(moved.string(0..<moved.count) == "It cost 12 million dollars.[note] End")
    let ranges = moved.sourceRanges(of: 8..<18)
    #expect(ranges == [8..<14, 20..<24])
    #expect(moved.reading(ranges) == Array("12 million".utf8))
    #expect(moved.sourceRanges(of: 27..<33) == [14..<20])
  }

  @Test func anInsertionIsReadWithItsNeighbours() {
    let (joined, _) = text("12million").applying([.replace(2..<2, with: [0x20], by: "spaces")])
    #expect(joined.string(0..<10) == "12 million")
    #expect(joined.sourceRanges(of: 0..<10) == [0..<9])
    #expect(joined.reading([0..<9]) == Array("12 million".utf8))
    #expect(joined.reading([0..<2]) == Array("12".utf8))
  }

  @Test func aReplacementOverMovedTextClaimsNothingBetween() {
    let (moved, _) = text("a-[note]\nb.").applying([.move(2..<8, to: 11, by: "moves")])
    #expect(moved.string(0..<moved.count) == "a-\nb.[note]")
    let (joined, _) = moved.applying([.replace(1..<3, with: Array("=".utf8), by: "joins")])
    #expect(joined.string(0..<joined.count) == "a=b.[note]")
    #expect(joined.reading(joined.sourceRanges(of: 4..<10)) == Array("[note]".utf8))
    #expect(joined.reading(joined.sourceRanges(of: 0..<4)) == Array("a=b.".utf8))
  }

  @Test func positionsFollowWhatTheyStoodOn() {
    let (_, map) = text("abcdefgh").applying([
      .remove(1..<2, by: "r"), .replace(3..<4, with: Array("XYZ".utf8), by: "r"), .move(6..<7, to: 0, by: "r"),
    ])
    // g a c X Y Z e f h
    let expected = [0: 1, 1: 2, 2: 2, 3: 3, 4: 6, 5: 7, 6: 0, 7: 8, 8: 9]
    for (old, new) in expected { #expect(map.position(old) == new, "position \(old)") }
  }

  @Test func steppedFormsCountTheBytesOfTheirFile() {
    let single = Text(bytes: Array("5 млн €".utf8), source: 10..<17, form: .singleByte)
    #expect(single.sourceRanges(of: 2..<8) == [12..<15])
    #expect(single.reading([12..<15]) == Array("млн".utf8))
    let wide = Text(bytes: Array("a€𝟓b".utf8), source: 2..<12, form: .utf16)
    #expect(wide.sourceRanges(of: 4..<8) == [6..<10])
    #expect(wide.sourceRanges(of: 8..<9) == [10..<12])
    #expect(wide.reading([4..<12]) == Array("€𝟓b".utf8))
  }

  @Test func longSteppedPiecesAreCutBetweenScalars() {
    let bytes = Array(String(repeating: "млн ", count: 5_000).utf8)
    let text = Text(bytes: bytes, source: 0..<20_000, form: .singleByte)
    #expect(text.pieces.count > 1)
    #expect(text.pieces.allSatisfy { $0.text.count <= Piece.longestStepped })
    #expect(text.pieces.map(\.text).joined().elementsEqual(0..<bytes.count))
    #expect(text.pieces.map(\.source).joined().elementsEqual(0..<20_000))
    #expect(text.sourceRanges(of: 7..<(bytes.count - 7)) == [4..<19_996])
    #expect(text.reading([4..<19_996]) == Array(bytes[7..<(bytes.count - 7)]))
  }

  @Test func anEmptyTextHasNothing() {
    #expect(text("").pieces.isEmpty)
    #expect(text("").sourceRanges(of: 0..<0).isEmpty)
    #expect(text("").applying([]).text.count == 0)
    #expect(text("").reading([0..<5]).isEmpty)
  }
}
