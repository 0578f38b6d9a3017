// Finds the encoding of bytes that nothing declares and that are not clean UTF-8.

/// Every reading of the bytes, in an encoding as a language, costs as many bits as a writer of that language would need
/// for what it says; the cheapest reading is taken. So wrote Shannon ("Prediction and Entropy of Printed English",
/// 1951); the figures are in letters.tsv.
enum EncodingDetection {
  private struct Reading {
    let encoding: TextEncoding
    let cost: Int
  }

  /// Bytes looked at for UTF-16.
  private static let prefix = 1 << 16
  /// A unit of UTF-16 of plausible text costs less on average, in quarters of a bit.
  private static let dearestUnit = 57
  /// And some must cost less than that, so that a handful proves nothing.
  private static let proof = 20
  /// So does a byte beyond ASCII, where there are enough for an average.
  private static let dearestByte = 44
  private static let dearestMultiByte = 32
  private static let fewest = 12
  /// A letter, where no language is known; a control character; and a byte that is no UTF-8.
  private static let letter = 18
  private static let control = 80
  private static let damage = 120
  /// What text of UTF-16 without a single zero, and so without a line end, must be cheaper by.
  private static let withoutZeros = 40
  /// A reading that is dearer by less is nearly as plausible.
  private static let doubt = 16

  /// Nil where the bytes are no text in any encoding looked for.
  static func guess(of bytes: [UInt8]) -> EncodingGuess? {
    if bytes.withUnsafeBytes({ UTF8Validation.hasNUL($0) }) {
      return utf16(of: bytes).map { EncodingGuess(encoding: $0, tellingBytes: bytes.count) }
    }
    let sample = DetectionSample.bytes(of: bytes)
    let pairs = BytePairs(sample)
    let readings = readings(of: bytes, sample, pairs)
    guard let best = readings.min(by: { $0.cost < $1.cost }) else { return nil }
    if case .utf16 = best.encoding.form { return EncodingGuess(encoding: best.encoding, tellingBytes: bytes.count) }
    let beyond = pairs.beyond.reduce(0) { $0 + $1.count }
    let byte = if case .multiByte = best.encoding.form { dearestMultiByte } else { dearestByte }
    let dearest = beyond * byte + (pairs.tellingCount - beyond) * letter
    guard !hasManyControls(sample), beyond < fewest || best.cost <= dearest else { return nil }
    return EncodingGuess(
      encoding: best.encoding, tellingBytes: tellingBytes(of: best.encoding, pairs),
      rival: rival(of: best, among: readings, pairs)?.encoding.name)
  }

  /// The order in which bytes are plausible UTF-16; nil where in neither.
  static func utf16(of bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(prefix)
    guard let best = UTF16Readings.shared.costs(of: sample).min(by: { $0.cost < $1.cost }),
      best.cost <= sample.count / 2 * dearestUnit - proof
    else { return nil }
    return best.encoding
  }

  private static func readings(of bytes: [UInt8], _ sample: [UInt8], _ pairs: BytePairs) -> [Reading] {
    let singles = SingleByteReadings.shared.costs(of: pairs, doubt: doubt)
    let limit = (singles.map(\.cost).min() ?? 0) + doubt
    let foreign = min(pairs.plainCount, SingleByteReadings.plainWeight)
    let multis = MultiByteReadings.shared.costs(of: sample, limit: limit).map { ($0.encoding, $0.cost + foreign) }
    var readings = (singles + multis).compactMap { name, cost in
      TextEncoding(name: name).map { Reading(encoding: $0, cost: cost) }
    }
    let letters = pairs.tellingCount - pairs.beyond.reduce(0) { $0 + $1.count }
    readings.append(Reading(encoding: .utf8, cost: damagedUTF8(sample) + letters * letter))
    return readings + utf16WithoutZeros(bytes, pairs)
  }

  /// Both orders where they are plausible.
  private static func utf16WithoutZeros(_ bytes: [UInt8], _ pairs: BytePairs) -> [Reading] {
    let sample = bytes.prefix(prefix)
    // The other readings pay for telling words only, and not for controls.
    let unpaid = max(0, sample.count - pairs.tellingCount) * letter + controls(in: sample) * control
    return UTF16Readings.shared.costs(of: sample).compactMap { encoding, cost in
      cost <= sample.count / 2 * dearestUnit
        ? Reading(encoding: encoding, cost: cost + withoutZeros + bytes.count % 2 * damage - unpaid) : nil
    }
  }

  /// Bytes that speak for an encoding.
  private static func tellingBytes(of encoding: TextEncoding, _ pairs: BytePairs) -> Int {
    pairs.beyond.reduce(0) { sum, entry in
      guard case .singleByte(let table) = encoding.form else { return sum + entry.count }
      return table.isLetterOrQuote(entry.byte) ? sum + entry.count : sum
    }
  }

  /// The cheapest other encoding that is nearly as plausible and reads some of the bytes otherwise.
  private static func rival(of best: Reading, among readings: [Reading], _ pairs: BytePairs) -> Reading? {
    readings.filter { other in
      guard other.encoding.name != best.encoding.name, other.cost < best.cost + doubt else { return false }
      guard case .singleByte(let first) = best.encoding.form, case .singleByte(let second) = other.encoding.form else {
        return true
      }
      return pairs.beyond.contains { first[$0.byte] != second[$0.byte] }
    }
    .min { $0.cost < $1.cost }
  }

  /// What the bytes beyond ASCII cost as UTF-8 with some bytes that are none; a sequence cut at the end is little damage.
  private static func damagedUTF8(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { raw in
      var cost = 0
      var good = 0
      var bad = 0
      var position = 0
      while true {
        position = UTF8Validation.asciiEnd(raw, from: position)
        // Without a single sequence nothing speaks for UTF-8.
        guard position < raw.count else { return good > 0 || bad == 0 ? cost : Int.max / 2 }
        let length = UTF8Validation.sequenceLength(raw, at: position)
        if length > 0 {
          cost += length * letter
          good += 1
          position += length
          continue
        }
        let malformed = UTF8Validation.malformedLength(raw, at: position)
        position += malformed
        let isCut = position == raw.count && malformed > 1
        cost += isCut ? 2 * letter : damage
        bad += isCut ? 0 : 1
      }
    }
  }

  /// Control characters that plain text has no use for, more than one in a hundred.
  private static func hasManyControls(_ bytes: [UInt8]) -> Bool { controls(in: bytes[...]) * 100 > bytes.count }

  private static func controls(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0x7F }
  }
}
