// Which single-byte encoding makes the most plausible text of bytes.

enum SingleByteGuess {
  /// A reading of the bytes in one encoding by one alphabet.
  private struct Reading {
    let name: String
    let table: SingleByteTable
    let score: Int
  }

  /// What another encoding of Latin letters must have beyond a western one: more than one capital that might be a sign
  /// before a word, as "£multi-million" is "Łmulti-million" in windows-1250.
  private static let margin = 3

  /// The best encoding; nil where even that gives no plausible text.
  static func guess(of bytes: ArraySlice<UInt8>) -> EncodingGuess? {
    var readings: [Reading] = []
    var best: Reading?
    for alphabet in Alphabet.all {
      for name in alphabet.encodings {
        guard let table = SingleByteTable.named[name] else { continue }
        let score = alphabet.score(bytes, table)
        let reading = Reading(name: name, table: table, score: alphabet.isWestern ? score : score - margin)
        readings.append(reading)
        if reading.score > best?.score ?? .min { best = reading }
      }
    }
    let counts = counts(of: bytes)
    let beyond = counts.reduce(0) { $0 + $1.count }
    guard let best, best.score > -2 * beyond, let encoding = TextEncoding(name: best.name) else { return nil }
    return EncodingGuess(
      encoding: encoding, tellingBytes: counts.reduce(0) { $0 + (best.table.isLetterOrQuote($1.byte) ? $1.count : 0) },
      rival: rival(of: best, among: readings, in: counts))
  }

  /// How often each byte beyond ASCII occurs; those that do not are left out.
  private static func counts(of bytes: ArraySlice<UInt8>) -> [(byte: UInt8, count: Int)] {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    return (0x80...0xFF).filter { counts[$0] > 0 }.map { (UInt8($0), counts[$0]) }
  }

  /// The best encoding that is nearly as plausible and reads some of the bytes otherwise.
  private static func rival(
    of best: Reading, among readings: [Reading], in counts: [(byte: UInt8, count: Int)]
  ) -> String? {
    readings.filter { other in
      other.score > 0 && other.score * 10 >= best.score * 9
        && counts.contains { other.table[$0.byte] != best.table[$0.byte] }
    }
    .max { $0.score < $1.score }?.name
  }
}
