// The places of a text where an amount may be stated, found in one vectorised pass.
import CScan

/// Bits for the beginnings of every anchor word and sign of a lexicon.
struct AnchorScan: Sendable {
  /// The C structure, kept as bytes so that it can be shared between threads.
  private let anchors: [UInt8]

  /// Whether digits are places too.
  private let findsDigits: Bool

  init(_ lexicon: Lexicon) { self.init(lexicon.anchors, findsDigits: false) }

  /// A scan for digits and number words.
  init(numberWords: [String]) {
    self.init(numberWords.map { Lexicon.Anchor(text: $0, isCapitalsOnly: false) }, findsDigits: true)
  }

  private init(_ wanted: [Lexicon.Anchor], findsDigits: Bool) {
    var bytes = [UInt8](repeating: 0, count: MemoryLayout<AssayAnchors>.size)
    for anchor in wanted { Self.set(anchor, in: &bytes) }
    anchors = bytes
    self.findsDigits = findsDigits
  }

  /// Where the bits of signs begin.
  private static let signs = 16384

  private static func set(_ anchor: Lexicon.Anchor, in bytes: inout [UInt8]) {
    let text = Array(anchor.text.utf8)
    guard let first = text.first, first != UInt8(ascii: "$") else { return }
    guard first < 0x80 else {
      let thirds: [UInt8] = text.count > 2 ? [text[2]] : Array(0...255)
      for third in thirds {
        setBit(assay_sign_key(first, text.count > 1 ? text[1] : 0, third), from: signs, in: &bytes)
      }
      for (lead, next) in capitals(of: text) {
        for third in thirds { setBit(assay_sign_key(lead, next, third), from: signs, in: &bytes) }
      }
      return
    }
    guard Bytes.isLetter(first) else { return }
    let beginning = Array(text.prefix(4)) + Array(repeating: 0x20, count: max(0, 4 - text.count))
    let key = beginning.withUnsafeBufferPointer { assay_word_key($0.baseAddress) }
    setBit(2 * key + (anchor.isCapitalsOnly ? 1 : 0), from: 0, in: &bytes)
  }

  /// The capital form of a two-byte Cyrillic beginning.
  private static func capitals(of text: [UInt8]) -> [(UInt8, UInt8)] {
    guard text.count > 1 else { return [] }
    if text[0] == 0xD0, text[1] >= 0xB0 { return [(0xD0, text[1] & 0xDF)] }
    if text[0] == 0xD1, text[1] < 0x90 { return [(0xD0, text[1] &+ 0x20)] }
    return []
  }

  private static func setBit(_ key: UInt32, from base: Int, in bytes: inout [UInt8]) {
    bytes[base + Int(key >> 3)] |= 1 << UInt8(key & 7)
  }

  /// Calls `body` with each place, ascending, until it returns a later place to go on from.
  func places(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Int) {
    guard let base = text.baseAddress else { return }
    let capacity = 1024
    anchors.withUnsafeBytes { raw in
      guard let table = raw.baseAddress?.assumingMemoryBound(to: AssayAnchors.self) else { return }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { found in
        var cursor = 0
        var reached = 0
        while cursor < text.count, let out = found.baseAddress {
          let count =
            findsDigits
            ? assay_scan_numbers(table, base, text.count, &cursor, out, capacity)
            : assay_scan(table, base, text.count, &cursor, out, capacity)
          for place in found[..<count] where Int(place) >= reached { reached = body(Int(place)) }
        }
      }
    }
  }
}
