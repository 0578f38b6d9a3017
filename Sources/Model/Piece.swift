// A stretch of normalized text and the bytes of the file it stands for.

package struct Piece: Sendable, Hashable {
  /// How positions inside the piece step through its source bytes.
  package enum Form: Sendable, Hashable {
    /// UTF-8 in the file: byte for byte.
    case verbatim
    /// One source byte per Unicode scalar.
    case singleByte
    /// Two source bytes per scalar, four beyond the basic plane.
    case utf16
    /// The piece as a whole stands for its source: a replacement, or an insertion where the source is empty.
    case whole
  }

  /// Bytes of the normalized text.
  package var text: Range<Int>
  /// Bytes of the file.
  package var source: Range<Int>
  package var form: Form

  package init(text: Range<Int>, source: Range<Int>, form: Form) {
    self.text = text
    self.source = source
    self.form = form
  }

  /// Whether positions inside are found by walking from its beginning.
  var isStepped: Bool { form == .singleByte || form == .utf16 }

  /// Longer stepped pieces are cut, so that finding a position stays cheap in a file of any size.
  static let longestStepped = 4096
}
