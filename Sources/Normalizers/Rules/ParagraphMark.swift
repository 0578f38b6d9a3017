// The marks that begin what is no running text.

enum ParagraphMark {
  /// Whether a heading, quotation, list item, table row or indented block begins at a line's start.
  static func stands(at position: Int, in window: Window) -> Bool {
    let byte = window.byte(position)
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: "["), Byte.space, Byte.tab:
      return true
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      return Byte.isBlank(window.byte(position + 1)) || window.byte(position + 1) == byte
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = position
      while Byte.isDigit(window.byte(end)), end - position < 4 { end += 1 }
      return (window.byte(end) == UInt8(ascii: ".") || window.byte(end) == UInt8(ascii: ")"))
        && Byte.isBlank(window.byte(end + 1))
    default:
      return window.holds("•", at: position) || window.holds("·", at: position) || window.holds("▪", at: position)
    }
  }
}
