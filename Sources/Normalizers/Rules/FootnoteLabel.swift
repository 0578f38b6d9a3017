// The mark a footnote's own paragraph begins with.

/// `¹ ` or `[^1]: ` at the start of a line.
struct FootnoteLabel {
  /// The mark and the spaces after it.
  var range: Range<Int>
  var label: String

  /// The label that starts at `position`; nil where none does or nothing follows it on its line.
  init?(at position: Int, in window: Window) {
    guard window.isLineStart(position) else { return nil }
    var end: Int
    if let number = Superscript(at: position, in: window), number.isNumber {
      end = number.range.upperBound
      label = number.label
      guard Byte.isBlank(window.byte(end)) else { return nil }
    } else if let name = Self.markdown(at: position, in: window), window.byte(name.end) == UInt8(ascii: ":") {
      end = name.end + 1
      label = name.label
    } else {
      return nil
    }
    while end < window.count, Byte.isBlank(window[end]) { end += 1 }
    guard end < window.count, window[end] != Byte.lineFeed else { return nil }
    range = position..<end
  }

  /// The name in `[^name]` at `position`, and where that ends.
  static func markdown(at position: Int, in window: Window) -> (label: String, end: Int)? {
    guard window.holds("[^", at: position) else { return nil }
    var end = position + 2
    while end < window.count, end < position + 34, Byte.isAlphanumeric(window[end]) || window[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    guard end > position + 2, window.byte(end) == UInt8(ascii: "]") else { return nil }
    return (String(decoding: window.bytes[(position + 2)..<end], as: UTF8.self), end + 1)
  }
}
