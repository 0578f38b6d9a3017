// The part of a Markdown link that names where it leads.

/// `(url)` or `(url "title")`, within one line.
struct LinkDestination {
  /// The brackets included.
  var range: Range<Int>
  /// The place named, without brackets and title.
  var url: Range<Int>

  /// The destination whose bracket opens at `position`; nil where none does.
  init?(at position: Int, in window: Window) {
    guard window.byte(position) == UInt8(ascii: "(") else { return nil }
    var end = position + 1
    var depth = 0
    scan: while end < window.count, end < position + 2_048 {
      switch window[end] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0: break scan
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\n"): return nil
      case Byte.space: break scan
      default: break
      }
      if depth > 8 { return nil }
      end += 1
    }
    url = (position + 1)..<end
    guard let close = Self.close(from: end, in: window) else { return nil }
    range = position..<(close + 1)
  }

  /// The position of the closing bracket, behind a title in quotes if there is one.
  private static func close(from position: Int, in window: Window) -> Int? {
    if window.byte(position) == UInt8(ascii: ")") { return position }
    guard window.byte(position) == Byte.space, window.byte(position + 1) == UInt8(ascii: "\"") else { return nil }
    var end = position + 2
    while end < window.count, end < position + 256, window[end] != UInt8(ascii: "\""), window[end] != Byte.lineFeed {
      end += 1
    }
    return window.byte(end) == UInt8(ascii: "\"") && window.byte(end + 1) == UInt8(ascii: ")") ? end + 1 : nil
  }

  /// Whether it could be nothing but a link: an address, a path or a place in the page.
  func isUnmistakable(in window: Window) -> Bool {
    let start = url.lowerBound
    return window.byte(start) == UInt8(ascii: "#") || window.byte(start) == UInt8(ascii: "/")
      || window.holds("http://", at: start) || window.holds("https://", at: start) || window.holds("mailto:", at: start)
      || window.holds("www.", at: start)
  }
}
