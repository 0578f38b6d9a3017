// Superscript digits and the numbers they write.

/// A number written in superscript digits.
struct Superscript {
  var range: Range<Int>
  /// The number in ordinary digits.
  var label: String

  /// The number that starts at `position`; nil where there is no superscript digit.
  init?(at position: Int, in window: Window) {
    guard let first = Self.digit(at: position, in: window) else { return nil }
    var end = position + first.length
    var digits = [first.value + 0x30]
    while let next = Self.digit(at: end, in: window) {
      digits.append(next.value + 0x30)
      end += next.length
    }
    range = position..<end
    label = String(decoding: digits.prefix(8), as: UTF8.self)
  }

  /// Whether it can number a footnote: no longer than a footnote's number, and not zero.
  var isNumber: Bool { label.utf8.count <= 3 && label.utf8.first != 0x30 }

  /// The digit at `position` and its length in bytes.
  static func digit(at position: Int, in window: Window) -> (value: UInt8, length: Int)? {
    let second = window.byte(position + 1)
    switch window.byte(position) {
    case 0xC2:
      switch second {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    case 0xE2 where second == 0x81:
      let third = window.byte(position + 2)
      return third == 0xB0 ? (0, 3) : (0xB4...0xB9).contains(third) ? (third - 0xB0, 3) : nil
    default: return nil
    }
  }
}
