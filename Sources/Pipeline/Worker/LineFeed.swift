// Reads lines from a file descriptor, as many at a time as are there.
import Glibc

/// One buffer, reused; it grows to the longest line and no further than the limit.
struct LineFeed: ~Copyable {
  /// A line of the buffer without its end; nil for one that was longer than the limit and is not kept.
  typealias Line = Range<Int>?

  private static let blockSize = 1 << 18
  private let file: Int32
  private let maximumLineBytes: Int
  private let batchBytes: Int
  private(set) var buffer: [UInt8]
  /// What of the buffer is filled and not yet handed out, and how far of it was searched for line ends.
  private var start = 0
  private var searched = 0
  private var end = 0
  private var isSkipping = false
  private var isAtEnd = false

  /// - Parameter batchBytes: how much to gather before handing out, as long as the input does not block.
  init(_ file: Int32, maximumLineBytes: Int, batchBytes: Int) {
    self.file = file
    self.maximumLineBytes = maximumLineBytes
    self.batchBytes = batchBytes
    buffer = [UInt8](repeating: 0, count: Self.blockSize * 2)
  }

  /// The next lines, valid in `buffer` until the next call; nil at the end of the input.
  mutating func nextBatch() throws(StreamFailure) -> [Line]? {
    var lines: [Line] = []
    compact()
    while !isAtEnd {
      try readBlock()
      takeLines(into: &lines)
      skipLongLine()
      if !lines.isEmpty, end >= batchBytes || !isReadable { break }
    }
    if isAtEnd { takeRest(into: &lines) }
    return lines.isEmpty ? nil : lines
  }

  /// Moves what was not handed out to the front.
  private mutating func compact() {
    guard start > 0 else { return }
    let rest = start..<end
    buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      memmove(base, base + rest.lowerBound, rest.count)
    }
    searched -= start
    end = rest.count
    start = 0
  }

  private mutating func readBlock() throws(StreamFailure) {
    if buffer.count - end < Self.blockSize {
      buffer.append(contentsOf: repeatElement(0, count: max(buffer.count, Self.blockSize)))
    }
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return read(file, base + end, Self.blockSize)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw StreamFailure.reading(code: errno) }
      end += count
      isAtEnd = count == 0
      return
    }
  }

  private mutating func takeLines(into lines: inout [Line]) {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      while searched < end, let found = memchr(base + searched, 0x0A, end - searched) {
        let newline = base.distance(to: found)
        lines.append(isSkipping ? nil : line(start..<newline, bytes))
        isSkipping = false
        start = newline + 1
        searched = start
      }
    }
    searched = end
  }

  private func line(_ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Line {
    guard range.count <= maximumLineBytes else { return nil }
    let hasReturn = !range.isEmpty && bytes[range.upperBound - 1] == 0x0D
    return hasReturn ? range.lowerBound..<(range.upperBound - 1) : range
  }

  /// Forgets what there is of a line that is already too long.
  private mutating func skipLongLine() {
    guard isSkipping || end - start > maximumLineBytes else { return }
    isSkipping = true
    end = start
    searched = start
  }

  /// The last line, where the input does not end with a newline.
  private mutating func takeRest(into lines: inout [Line]) {
    if isSkipping {
      lines.append(nil)
    } else if end > start {
      lines.append(buffer.withUnsafeBytes { line(start..<end, $0) })
    }
    isSkipping = false
    start = end
    searched = end
  }

  /// Whether reading would not block now.
  private var isReadable: Bool {
    var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}
