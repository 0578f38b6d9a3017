// Bytes read as text in one of the East Asian encodings.

struct MultiByteReadings: Sendable {
  private struct Reading: Sendable {
    let encoding: String
    let structure: MultiByteStructure
    /// Costs of characters of two bytes, by these bytes; 0 where they are none.
    let pairs: [UInt8]
  }

  private let readings: [Reading]

  static let shared = MultiByteReadings(LetterFigures.shared)

  /// A byte that means nothing.
  private static let invalid = 100
  private static let rarity = 8
  /// A letter of ASCII in a word with characters.
  private static let ascii = 24
  /// The place where they meet.
  private static let seam = 20
  /// A character that the text ends in the middle of.
  private static let cut = 60

  private init(_ figures: LetterFigures) {
    readings = figures.characters.flatMap { language in
      language.encodings.compactMap { name in
        MultiByteStructure(rawValue: name).map { structure in
          Reading(encoding: name, structure: structure, pairs: Self.pairs(structure, language.costs))
        }
      }
    }
  }

  /// The encodings that give some sense, with the cost of what is beyond ASCII.
  func costs(of bytes: [UInt8], limit: Int) -> [(encoding: String, cost: Int)] {
    readings.compactMap { reading in
      bytes.withUnsafeBufferPointer { cost(of: $0, reading, limit: limit) }
        .map { (reading.encoding, $0 + Self.rarity) }
    }
  }

  /// Nil where it is more than `limit`.
  private func cost(of bytes: UnsafeBufferPointer<UInt8>, _ reading: Reading, limit: Int) -> Int? {
    var cost = 0
    var position = 0
    var isBehindCharacter = false
    var isBehindLetter = false
    var isInTellingWord = false
    reading.pairs.withUnsafeBufferPointer { pairs in
      while position < bytes.count, cost <= limit {
        let lead = bytes[position]
        guard lead >= 0x80 else {
          let isLetter = (lead | 0x20) &- 0x61 < 26
          // Letters in the words that readings of one byte a character pay for.
          if isLetter, isInTellingWord || Self.precedesCharacter(bytes, position) {
            cost += Self.ascii + (isBehindCharacter ? Self.seam : 0)
            isInTellingWord = true
          } else {
            isInTellingWord = false
          }
          isBehindCharacter = false
          isBehindLetter = isLetter
          position += 1
          continue
        }
        if isBehindLetter { cost += Self.seam }
        isBehindLetter = false
        isBehindCharacter = true
        isInTellingWord = true
        let pair = position + 1 < bytes.count ? Int(lead) << 8 | Int(bytes[position + 1]) : 0
        if pairs[pair] > 0 {
          cost += Int(pairs[pair])
          position += 2
        } else if let long = reading.structure.longCharacter(bytes, at: position) {
          cost += long.cost
          position += long.length
        } else {
          cost += reading.structure.cost(lead) ?? (position + 1 == bytes.count ? Self.cut : Self.invalid)
          position += 1
        }
      }
    }
    return cost <= limit ? cost : nil
  }

  /// Whether the letters from `position` on run into a byte beyond ASCII.
  private static func precedesCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    var end = position
    while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    return end < bytes.count && bytes[end] >= 0x80
  }

  /// The figures of the language where it has any, else what the place in the rows tells.
  private static func pairs(
    _ structure: MultiByteStructure, _ figures: [(scalar: UInt32, cost: UInt8)]
  ) -> [UInt8] {
    var pairs = [UInt8](repeating: 0, count: 1 << 16)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        if let cost = structure.cost(lead, trail) { pairs[Int(lead) << 8 | Int(trail)] = UInt8(cost) }
      }
    }
    guard let name = TextEncoding.multiByteNames[structure.rawValue],
      let converter = CharacterConverter(to: name)
    else { return pairs }
    for (scalar, cost) in figures + EastAsianSigns.costs {
      guard let bytes = converter.bytes(of: scalar), bytes.count == 2 else { continue }
      let pair = Int(bytes[0]) << 8 | Int(bytes[1])
      // Figures of rare characters say little more than their place.
      pairs[pair] = min(cost, pairs[pair] == 0 ? cost : pairs[pair])
    }
    return pairs
  }
}

/// Punctuation of Chinese, Japanese and Korean texts, by hand.
enum EastAsianSigns {
  static let costs: [(scalar: UInt32, cost: UInt8)] = [("，。、", 18), ("“”「」：（）・ー　", 26), ("；？！《》『』…—·", 30)]
    .flatMap { signs, cost in signs.unicodeScalars.map { ($0.value, cost) } }
}
