// Which paths a pattern names.
import Testing

@testable import Pipeline

@Suite struct GlobTests {
  @Test func starsStayWithinANameAndDoubleStarsDoNot() {
    let cases: [(String, String, Bool)] = [
      ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", false), ("**/*.txt", "a.txt", true),
      ("**/*.txt", "b/c/a.txt", true), ("b/**", "b/c/a.txt", true), ("b/**", "b", false), ("**", "x/y", true),
      ("b/**/a.txt", "b/a.txt", true), ("b/**/a.txt", "b/x/y/a.txt", true), ("?.md", "é.md", true),
      ("?.md", "ab.md", false), ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false), ("*", ".hidden", true),
      ("./a", "a", true), ("[a].txt", "[a].txt", true), ("A.txt", "a.txt", false),
    ]
    for (pattern, path, isMatch) in cases {
      #expect(Glob(pattern).matches(path.utf8) == isMatch, "\(pattern) on \(path)")
    }
  }

  @Test func manyStarsAreNotExponential() {
    let pattern = Glob(String(repeating: "a*", count: 40) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 4000).utf8))
  }
}
