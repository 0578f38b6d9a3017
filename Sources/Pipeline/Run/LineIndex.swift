// On which line of a file a byte stands.
import Glibc

/// Lines end with LF or CR LF; with CR where the file has no LF. UTF-16 is counted by its units.
package struct LineIndex {
  private var ends: [Int] = []

  package init(_ bytes: [UInt8], encoding: String) {
    let terminator: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    let isLittle = encoding.lowercased() == "utf-16le"
    let isWide = encoding.lowercased().hasPrefix("utf-16")
    ends.reserveCapacity(bytes.count / 64)
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var position = 0
      while position < buffer.count,
        let found = memchr(start + position, Int32(terminator), buffer.count - position)
      {
        let index = UnsafeRawPointer(found) - start
        position = index + 1
        if !isWide || Self.isUnit(at: index, in: buffer, isLittle: isLittle) { ends.append(index) }
      }
    }
  }

  /// 1-based line of a byte.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  private static func isUnit(at index: Int, in buffer: UnsafeRawBufferPointer, isLittle: Bool) -> Bool {
    if index % 2 == 0 { return index + 1 < buffer.count && buffer[index + 1] == 0 && isLittle }
    return buffer[index - 1] == 0 && !isLittle
  }
}
