// Signs, and words of scripts without spaces, by what they begin with.
import CScan

/// Bytes that stand for a lexeme wherever they stand.
struct Sign: Sendable {
  let bytes: FixedTable<UInt8>
  let lexeme: Int32
  /// "L.E.": its last dot is its own, whatever follows.
  let hasInnerDot: Bool
  /// The first four bytes, the first the lowest, and the bits of those there are.
  private let head: UInt32
  private let headBits: UInt32

  init(bytes: [UInt8], lexeme: Int32) {
    self.bytes = FixedTable(bytes)
    self.lexeme = lexeme
    hasInnerDot = bytes.dropLast().contains(UInt8(ascii: "."))
    head = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    headBits = UInt32.max >> UInt32(8 * max(0, 4 - bytes.count))
  }

  @inline(__always) var count: Int { bytes.count }

  /// The ASCII letters it begins with.
  var leadingLetters: Int { bytes.prefix(while: Bytes.isLetter).count }

  /// Whether it stands at a position; the text is long enough for it.
  @inline(__always)
  func stands(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if position + 4 <= text.count, let start = text.baseAddress {
      // Most signs that are tried differ here.
      guard assay_four_bytes(start + position) & headBits == head else { return false }
      if bytes.count <= 4 { return true }
    }
    for index in 0..<bytes.count where text[position + index] != bytes[index] { return false }
    return true
  }
}

/// The currency signs.
struct SignTable: Sendable {
  /// By their first byte and what tells most of the others, longest first.
  private let signs: FixedTable<FixedTable<Sign>>
  /// For each first byte a bit for each second byte, by its lowest six bits; all bits where one byte is a sign.
  private let seconds: FixedTable<UInt64>
  /// For each first byte a bit for each number of ASCII letters that its signs begin with.
  private let letters: FixedTable<UInt32>

  init(_ signs: [Sign]) {
    let groups = (0...255).map { first in
      signs.filter { $0.bytes.first == first }.sorted { $0.count > $1.count }
    }
    self.signs = FixedTable(
      groups.flatMap { group in (0..<8).map { rest in FixedTable(group.filter { $0.mayStand(before: rest) }) } })
    letters = FixedTable(groups.map { $0.reduce(0) { $0 | 1 << UInt32($1.leadingLetters) } })
    seconds = FixedTable(
      groups.map { $0.reduce(0) { $0 | ($1.count > 1 ? 1 << UInt64($1.bytes[1] & 63) : .max) } })
  }

  /// The signs of which one may stand at a position where so many ASCII letters begin, longest first; none where none
  /// can. A sign that begins with letters begins with all there are, or it would end inside a word.
  @inline(__always)
  func candidates(
    at position: Int, in text: UnsafeBufferPointer<UInt8>, letters count: Int
  ) -> FixedTable<Sign>? {
    guard count < 32, letters[Int(text[position])] >> UInt32(count) & 1 == 1 else { return nil }
    return candidates(at: position, in: text)
  }

  /// The signs of which one may stand at a position, longest first; none where none can.
  @inline(__always)
  func candidates(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> FixedTable<Sign>? {
    let first = text[position]
    let second = position + 1 < text.count ? text[position + 1] : 0
    guard seconds[Int(first)] >> UInt64(second & 63) & 1 == 1 else { return nil }
    let telling = first < 0xE0 ? second : position + 2 < text.count ? text[position + 2] : 0
    return signs[Int(first) << 3 | Int(telling & 7)]
  }

  /// The sign that is spelled by some bytes.
  func sign(spelled bytes: [UInt8]) -> Sign? {
    bytes.withUnsafeBufferPointer { text in
      text.isEmpty ? nil : candidates(at: 0, in: text)?.first { $0.bytes.elementsEqual(bytes) }
    }
  }
}

extension Sign {
  /// Whether it can stand where the byte that tells most has these lowest three bits: the third of a longer character,
  /// else the second.
  fileprivate func mayStand(before rest: UInt8) -> Bool {
    let place = bytes[0] < 0xE0 ? 1 : 2
    return bytes.count <= place || bytes[place] & 7 == rest
  }
}

/// The words of scripts written without spaces.
struct UnspacedWords: Sendable {
  /// The characters they begin with, ascending, and for each its words, longest first.
  private let beginnings: FixedTable<UInt32>
  private let words: FixedTable<FixedTable<Sign>>

  init(_ words: [[UInt8]: Int32]) {
    let groups = Dictionary(grouping: words) {
      String(decoding: $0.key, as: UTF8.self).unicodeScalars.first?.value ?? 0
    }
    .sorted { $0.key < $1.key }
    beginnings = FixedTable(groups.map(\.key))
    self.words = FixedTable(
      groups.map { group in
        FixedTable(group.value.map { Sign(bytes: $0.key, lexeme: $0.value) }.sorted { $0.count > $1.count })
      })
  }

  /// The words that begin with a character, longest first.
  func words(from scalar: UInt32) -> FixedTable<Sign>? {
    var low = 0
    var high = beginnings.count
    while low < high {
      let middle = (low + high) / 2
      if beginnings[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < beginnings.count && beginnings[low] == scalar ? words[low] : nil
  }
}
