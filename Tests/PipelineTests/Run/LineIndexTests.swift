// Lines of files with every kind of line ending.
import Testing

@testable import Pipeline

@Suite struct LineIndexTests {
  @Test func linesAreCountedFromOne() {
    let unix = LineIndex(Array("a\nbc\n\nd".utf8), encoding: "utf-8")
    #expect([0, 1, 2, 4, 5, 6].map(unix.line) == [1, 1, 2, 2, 3, 4])
    let windows = LineIndex(Array("a\r\nb".utf8), encoding: "utf-8")
    #expect([0, 2, 3].map(windows.line) == [1, 1, 2])
    let old = LineIndex(Array("a\rb".utf8), encoding: "utf-8")
    #expect([0, 1, 2].map(old.line) == [1, 1, 2])
  }

  @Test func wideUnitsAreNotMistakenForLineEnds() {
    // U+0A0A is a Gurmukhi letter, U+010A a Latin one.
    let units: [UInt16] = [0x61, 0x0A, 0x0A0A, 0x010A, 0x0A, 0x62]
    let little = LineIndex(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, encoding: "utf-16le")
    let big = LineIndex(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, encoding: "utf-16be")
    for lines in [little, big] { #expect([0, 4, 6, 10].map(lines.line) == [1, 2, 2, 3]) }
  }
}
