// What shows that lines in columns are a table.

import Model

/// Counts over the lines of one run.
struct TableEvidence {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var columned = 0
  private var bytesColumned = 0
  private var barred = 0
  private var openedByBar = 0
  private var crossedRules = 0
  /// Lines with a number behind their first cell.
  private var numeric = 0
  /// Those of them that have as many cells as the one before, or a number that ends under one above.
  private var aligned = 0
  /// Where numbers have ended so far, with a character to spare on each side.
  private var edges = Edges()
  private var widest = 0
  /// Lines of three cells or more that begin under those of the line before.
  private var underEachOther = 0
  /// Lines that begin as items of a list or end as statements of a program.
  private var foreign = 0
  private var last: Shape?

  init(_ lines: ArraySlice<Unit>, in bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    for line in lines { add(line) }
  }

  var isTable: Bool {
    guard columned > 1 || barred > 0 && crossedRules > 1, foreign * 3 <= columned else { return false }
    if barred > 0 {
      if crossedRules > 0 || openedByBar == columned { return true }
      // Headlines with a time behind a bar are longer.
      let isShort = widest > 2 || bytesColumned <= columned * 50
      return columned > 2 && aligned > 0 && numeric * 2 >= columned && isShort
    }
    let hasNumbers = numeric > 1 && (numeric > 2 || widest > 2) && aligned * 2 >= numeric - 1 && numeric * 3 >= columned
    return hasNumbers || underEachOther > 1 && underEachOther * 2 >= columned - 1
  }

  /// The cells of one line.
  private struct Shape {
    var cells = 0
    var numbers = 0
    /// Where the second and third cells begin, in characters of the line.
    var second = 0
    var third = 0
    /// Where numbers end.
    var edges = Edges()
  }

  /// Columns of a page, counted modulo 256.
  private struct Edges {
    private var bits = SIMD4<UInt64>()

    mutating func insert(_ column: Int) { bits[(column & 255) >> 6] |= 1 << UInt64(column & 63) }
    mutating func formUnion(_ other: Edges) { bits |= other.bits }
    func overlaps(_ other: Edges) -> Bool { bits & other.bits != SIMD4() }
  }

  private mutating func add(_ line: Unit) {
    switch line.layout {
    case .plain: return
    case .rule:
      if bytes[line.range].contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "+") }) { crossedRules += 1 }
      return
    case .bars:
      barred += 1
      if bytes[firstInk(of: line)] == UInt8(ascii: "|") { openedByBar += 1 }
    case .gaps:
      if isForeign(line) { foreign += 1 }
    }
    columned += 1
    bytesColumned += line.count
    let shape = shape(of: line)
    widest = max(widest, shape.cells)
    if let last {
      if shape.cells > 2, last.second == shape.second, last.third == shape.third { underEachOther += 1 }
      if shape.numbers > 0, last.numbers > 0 {
        if shape.cells == last.cells && (shape.cells > 2 || barred > 0) || shape.edges.overlaps(edges)
          || abs(shape.second - last.second) <= 2
        {
          aligned += 1
        }
      }
    }
    if shape.numbers > 0 { numeric += 1 }
    edges.formUnion(shape.edges)
    last = shape
  }

  private func firstInk(of line: Unit) -> Int {
    var start = line.start
    while start < line.end, Byte.isBlank(bytes[start]) { start += 1 }
    return start
  }

  private func isForeign(_ line: Unit) -> Bool {
    switch bytes[line.end - 1] {
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    case _ where hasComment(line): return true
    default: return ListMark(at: firstInk(of: line), in: bytes, end: line.end)?.isSure ?? false
    }
  }

  /// "// one": two slashes behind a blank, as programs have them.
  private func hasComment(_ line: Unit) -> Bool {
    let window = Window(bytes: bytes, isMarkdown: false)
    return line.range.contains { bytes[$0] == UInt8(ascii: "/") && window.holds(" //", at: $0 - 1) }
  }

  private func shape(of line: Unit) -> Shape {
    var shape = Shape()
    var start = firstInk(of: line)
    var index = start
    var column = start - line.start
    var first = column
    while index <= line.end {
      guard index == line.end || isGap(at: index, in: line) else {
        if bytes[index] & 0xC0 != 0x80 { column += 1 }
        index += 1
        continue
      }
      if start < index { add(start..<index, from: first, to: column, into: &shape) }
      index += 1
      column += 1
      while index < line.end, Byte.isBlank(bytes[index]) {
        index += 1
        column += 1
      }
      start = index
      first = column
    }
    return shape
  }

  private func add(_ cell: Range<Int>, from first: Int, to last: Int, into shape: inout Shape) {
    shape.cells += 1
    if shape.cells == 2 { shape.second = first }
    if shape.cells == 3 { shape.third = first }
    guard shape.cells > 1, looksNumeric(cell) else { return }
    shape.numbers += 1
    for edge in (last - 1)...(last + 1) { shape.edges.insert(edge) }
  }

  private func isGap(at index: Int, in line: Unit) -> Bool {
    if line.layout == .bars {
      return bytes[index] == UInt8(ascii: "|") && (index == line.start || bytes[index - 1] != UInt8(ascii: "\\"))
    }
    return bytes[index] == Byte.tab || bytes[index] == Byte.space && bytes[index + 1] == Byte.space
  }

  /// Digits, with no more letters than marks and units have.
  private func looksNumeric(_ cell: Range<Int>) -> Bool {
    var digits = 0
    var letters = 0
    for index in cell {
      if Byte.isDigit(bytes[index]) { digits += 1 } else if Byte.isLetter(bytes[index]) { letters += 1 }
    }
    let first = bytes[cell.lowerBound]
    let isFigure = !Byte.isLetter(first) && first < 0xC3 || first == 0xE2
    return digits > 0 && letters <= max(3, digits, isFigure ? 12 : 0)
  }
}
