// The bytes of a file that detection looks at.

enum DetectionSample {
  private static let most = 1 << 16
  private static let slices = 16
  /// Bytes in front of the first one beyond ASCII.
  private static let lead = 64

  /// The whole of a short file; of a long one, slices from sixteen parts of it, each from where bytes beyond ASCII
  /// begin, so that a name on the last page counts as one on the first.
  static func bytes(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > most else { return bytes }
    var sample: [UInt8] = []
    sample.reserveCapacity(most + slices)
    bytes.withUnsafeBytes { raw in
      for slice in 0..<slices {
        let end = raw.count * (slice + 1) / slices
        let start = start(raw, in: (raw.count * slice / slices)..<end)
        sample.append(contentsOf: raw[start..<min(end, start + most / slices)])
        sample.append(0x0A)
      }
    }
    return sample
  }

  /// The beginning of a word near the first byte beyond ASCII; no character of any encoding has a byte below 0x30 for
  /// its second.
  private static func start(_ bytes: UnsafeRawBufferPointer, in part: Range<Int>) -> Int {
    let beyond = min(UTF8Validation.asciiEnd(bytes, from: part.lowerBound), part.upperBound)
    var start = max(part.lowerBound, beyond - lead)
    guard part.lowerBound > 0 else { return start }
    while start < part.upperBound, bytes[start] >= 0x30 { start += 1 }
    return start
  }
}
