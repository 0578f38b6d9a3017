// How a paragraph ends: with a finished sentence, inside one, or inside a word.

struct SentenceEnding {
  /// A full stop, question or exclamation mark, ellipsis or colon, under closing quotes, brackets and footnote markers.
  let isFinal: Bool
  /// A letter and a hyphen.
  let isHyphenated: Bool
  /// A comma or a word that no sentence ends with.
  let demandsMore: Bool

  /// The ending of the text before `end`, which is not white space.
  init(before end: Int, in window: Window) {
    let last = Self.bare(before: end, in: window)
    let byte = window.byte(last - 1)
    isFinal =
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
      || window.holds("…", at: last - 3) || window.holds("。", at: last - 3)
    isHyphenated = byte == UInt8(ascii: "-") && last == end && window.isWord(before: end - 1)
    let word = Self.word(before: isHyphenated ? end - 1 : last, in: window)
    demandsMore = byte == UInt8(ascii: ",") || (last == end && Self.unfinishing.contains(word))
  }

  /// The position before which the text ends without closing quotes, brackets, emphasis and footnote markers.
  private static func bare(before end: Int, in window: Window) -> Int {
    var last = end
    while last > 0 {
      let start = window.characterStart(before: last)
      switch window[start] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"),
        UInt8(ascii: "_"):
        last = start
      case 0xC2 where window.holds("»", at: start),
        0xE2 where window.holds("”", at: start) || window.holds("’", at: start):
        last = start
      default:
        guard Superscript.digit(at: start, in: window) != nil else { return last }
        last = start
      }
    }
    return last
  }

  /// The ASCII letters and digits before a position, at most twelve of them.
  private static func word(before end: Int, in window: Window) -> [UInt8] {
    var start = end
    while start > 0, end - start < 12, Byte.isAlphanumeric(window[start - 1]) { start -= 1 }
    return Array(window.bytes[start..<end])
  }

  private static func words(_ text: String) -> Set<[UInt8]> { Set(text.split(separator: " ").map { Array($0.utf8) }) }

  private static let unfinishing = words(
    "a an the and or nor of to in for with by at on from into over than as that which whose its their his her our "
      + "is are was were be been has have had will would about nearly almost some between")
}
