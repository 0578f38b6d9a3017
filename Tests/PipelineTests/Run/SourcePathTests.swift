// One path for each name, whatever bytes it has.
import Testing

@testable import Pipeline

@Suite struct SourcePathTests {
  private static let names: [[UInt8]] = [
    Array("bad%FF.txt".utf8), Array("bad".utf8) + [0xFF] + Array(".txt".utf8), Array("bad%25FF.txt".utf8),
    Array("bad%2525FF.txt".utf8), Array("ä%FF".utf8), [0xC3, 0xA4, 0xFF], Array("%".utf8) + [0xFF],
    Array("%25".utf8) + [0xFF],
  ]

  @Test func noTwoNamesShareAPath() {
    let paths = Self.names.map(SourcePath.written)
    #expect(Set(paths).count == Self.names.count, "\(paths)")
  }

  @Test func theNameIsReadBack() {
    for name in ["bad%FF.txt", "100%.txt", "caf%C3%A9.txt", "a%25b", "ä", "%2525"] {
      #expect(SourcePath.name(SourcePath.written(Array(name.utf8))) == name)
    }
  }

  @Test func ordinaryNamesStand() {
    for name in ["100%.txt", "50%20off.txt", "ä/b.txt"] { #expect(SourcePath.written(Array(name.utf8)) == name) }
  }
}
