// Reads lines from a file descriptor, as many at a time as are there.
import Glibc

/// One buffer, reused; it grows to the longest line and no further than the limit.
struct LineFeed: ~Copyable {
  enum Line {
    /// A line's place in the buffer, without its end.
    case whole(Range<Int>)
    /// How a line begins that was longer than the limit and is not kept.
    case tooLong(head: [UInt8])
  }

  private static let blockSize = 1 << 18
  /// How much of a line that is too long is kept: enough for an id before its text.
  private static let headBytes = 1 << 12
  private let file: Int32
  private let maximumLineBytes: Int
  private let batchBytes: Int
  private(set) var buffer: [UInt8]
  /// What of the buffer is filled and not yet handed out, and how far of it was searched for line ends.
  private var start = 0
  private var searched = 0
  private var end = 0
  /// The head of the line that is being skipped.
  private var skippedHead: [UInt8]?
  private var isAtEnd = false
  /// Whether a byte order mark may still come.
  private var isAtBeginning = true

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
      skipByteOrderMark()
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

  /// Some programs begin every UTF-8 file with a mark (Unicode 15.0, section 23.8).
  private mutating func skipByteOrderMark() {
    guard isAtBeginning, end - start >= 3 || isAtEnd || end > start && buffer[start] != 0xEF else { return }
    isAtBeginning = false
    guard buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    start += 3
    searched = start
  }

  private mutating func takeLines(into lines: inout [Line]) {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      while searched < end, let found = memchr(base + searched, 0x0A, end - searched) {
        let newline = base.distance(to: found)
        lines.append(skippedHead.map { .tooLong(head: $0) } ?? line(start..<newline, bytes))
        skippedHead = nil
        isAtBeginning = false
        start = newline + 1
        searched = start
      }
    }
    searched = end
  }

  private func line(_ range: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> Line {
    guard range.count <= maximumLineBytes else { return .tooLong(head: Array(bytes[range].prefix(Self.headBytes))) }
    let hasReturn = !range.isEmpty && bytes[range.upperBound - 1] == 0x0D
    return .whole(hasReturn ? range.lowerBound..<(range.upperBound - 1) : range)
  }

  /// Forgets what there is of a line that is already too long.
  private mutating func skipLongLine() {
    guard skippedHead != nil || end - start > maximumLineBytes else { return }
    if skippedHead == nil { skippedHead = Array(buffer[start..<end].prefix(Self.headBytes)) }
    end = start
    searched = start
  }

  /// The last line, where the input does not end with a newline.
  private mutating func takeRest(into lines: inout [Line]) {
    if let skippedHead {
      lines.append(.tooLong(head: skippedHead))
    } else if end > start {
      lines.append(buffer.withUnsafeBytes { line(start..<end, $0) })
    }
    skippedHead = nil
    start = end
    searched = end
  }

  /// Whether reading would not block now.
  private var isReadable: Bool {
    var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}

extension LineFeed.Line {
  /// Its length in the buffer; 0 where it is not kept.
  var count: Int {
    switch self {
    case .whole(let range): range.count
    case .tooLong: 0
    }
  }
}
