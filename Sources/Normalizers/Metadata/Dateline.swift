// The dateline of a wire story: place, date and agency before a dash.

import Model

/// The place stands in capitals. A date without a year is none.
struct Dateline {
  private(set) var agency: Range<Int>?
  private(set) var date: (date: PartialDate, range: Range<Int>)?

  /// Nil where the paragraph does not begin with a dateline.
  init?(_ paragraph: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let limit = min(paragraph.upperBound, paragraph.lowerBound + 120)
    guard paragraph.count > 20, bytes[paragraph.lowerBound..<(paragraph.lowerBound + 3)].allSatisfy(Byte.isUpper),
      let dash = (paragraph.lowerBound..<(limit - 3)).first(where: { Self.isDash(at: $0, in: bytes) })
    else { return nil }
    let line = paragraph.lowerBound..<dash
    date = DateReader(bytes: bytes, end: dash).first(in: line)
    if let open = line.last(where: { bytes[$0] == UInt8(ascii: "(") }),
      let close = (open..<dash).first(where: { bytes[$0] == UInt8(ascii: ")") }), close > open + 1
    {
      agency = (open + 1)..<close
    }
    if agency == nil, date == nil { return nil }
  }

  private static func isDash(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[position] == Byte.space else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "-"): return bytes[position + 2] == Byte.space || bytes[position + 2] == UInt8(ascii: "-")
    case 0xE2: return bytes[position + 2] == 0x80 && (0x93...0x95).contains(bytes[position + 3])
    default: return false
    }
  }
}
