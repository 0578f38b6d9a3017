// Cuts a text into units, in one pass over its line feeds.

import CScan
import Model

struct UnitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let marks: [EditCollector.Mark]
  private var nextMark = 0
  private var block = 0
  private var lines: [Unit] = []
  private(set) var units: [Unit] = []

  private static let lineFeeds = [Byte.lineFeed].withUnsafeBufferPointer { trigger_set_make($0.baseAddress, 1) }

  /// The units of a text; `marks` are in the order of the text.
  static func units(of bytes: UnsafeBufferPointer<UInt8>, marks: [EditCollector.Mark]) -> [Unit] {
    var reader = UnitReader(bytes: bytes, marks: marks)
    reader.lines.reserveCapacity(bytes.count / 160 + 8)
    reader.read()
    TableLines.mark(&reader.lines, marks: marks, in: bytes)
    reader.joinLines()
    return reader.units
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, marks: [EditCollector.Mark]) {
    self.bytes = bytes
    self.marks = marks
  }

  private mutating func read() {
    guard let base = bytes.baseAddress else { return }
    var lineStart = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { hits in
      var position = 0
      var found = 0
      while position < bytes.count {
        position = withUnsafePointer(to: Self.lineFeeds) {
          trigger_scan(base, position, bytes.count, $0, hits.baseAddress, hits.count, &found)
        }
        for hit in hits[..<found] {
          add(lineStart..<Int(hit))
          lineStart = Int(hit) + 1
        }
      }
    }
    add(lineStart..<bytes.count)
  }

  private mutating func add(_ line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, Byte.isSpace(bytes[end - 1]) { end -= 1 }
    guard end > line.lowerBound else {
      if lines.last?.block == block { block += 1 }
      return
    }
    var mark = -1
    while nextMark < marks.count, marks[nextMark].position < end {
      if marks[nextMark].position >= line.lowerBound { mark = nextMark }
      nextMark += 1
    }
    lines.append(Unit(start: line.lowerBound, end: end, block: block, mark: mark, in: bytes))
  }

  /// Makes units of the lines: one of each, but for paragraphs that are broken over several.
  private mutating func joinLines() {
    units.reserveCapacity(lines.count)
    var start = 0
    for index in lines.indices {
      let next = index + 1
      guard next == lines.count || lines[next].block != lines[index].block || lines[next].role != lines[index].role
      else { continue }
      join(lines[start..<next])
      start = next
    }
    lines.removeAll()
  }

  /// Lines of one block, all or none of them rows of a table.
  private mutating func join(_ lines: ArraySlice<Unit>) {
    guard let first = lines.first, let last = lines.last else { return }
    let isOne =
      first.role == nil && lines.count > 1 && lines.dropFirst().allSatisfy { $0.mark < 0 }
      && (isAffiliation(first) || isBroken(lines))
    if isOne {
      var whole = first
      whole.end = last.end
      whole.isSentence = last.isSentence
      units.append(whole)
    } else {
      units += lines
    }
  }

  private func isAffiliation(_ unit: Unit) -> Bool { unit.mark >= 0 && marks[unit.mark].role == .affiliation }

  /// Whether lines are one paragraph broken to a width: all but the last of about that width, and
  /// sentences running over their ends.
  private func isBroken(_ lines: ArraySlice<Unit>) -> Bool {
    let window = Window(bytes: bytes, isMarkdown: false)
    var running = 0
    var isRunning = lines.first.map { $0.mark >= 0 && marks[$0.mark].role == .footnote } ?? false
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard (40...130).contains(line.count) else { return false }
      let isLower = window.isLowercase(at: next.start)
      if isLower || (line.count >= 60 && !line.isSentence) { running += 1 }
      if isLower || line.isSentence { isRunning = true }
    }
    return isRunning && running * 2 >= lines.count - 1
  }
}
