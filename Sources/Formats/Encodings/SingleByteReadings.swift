// Bytes read as words of a language in an encoding of one byte a character.

struct SingleByteReadings: Sendable {
  private struct Reading: Sendable {
    let encoding: String
    /// The class of each byte in the costs of the language.
    let classes: [UInt8]
  }

  private struct Language: Sendable {
    let costs: LetterCosts
    let isLatin: Bool
    let readings: [Reading]
  }

  private let languages: [Language]

  static let shared = SingleByteReadings(LetterFigures.shared)

  /// Words of ASCII letters tell a language as long as there are few others; as many pairs of them count.
  static let plainWeight = 64

  private init(_ figures: LetterFigures) {
    languages = figures.languages.map { language in
      let costs = LetterCosts(language, english: figures.english)
      let readings = language.encodings.compactMap { name in
        SingleByteTable.named[name].map { table in
          Reading(
            encoding: name,
            classes: (0...0xFF).map { costs.letterClass(of: $0 < 0x80 ? UInt32($0) : table.scalars[$0 - 0x80]) })
        }
      }
      return Language(costs: costs, isLatin: language.letters.contains(0x61), readings: readings)
    }
  }

  /// The cost of each encoding, in the language that makes it cheapest; in the order of languages. Those dearer than the
  /// cheapest by more than `doubt` are left out.
  func costs(of pairs: BytePairs, doubt: Int) -> [(encoding: String, cost: Int)] {
    let strangeness = strangeness(of: pairs)
    var found: [(encoding: String, cost: Int)] = []
    var least = Int.max / 2
    for (language, strange) in zip(languages, strangeness) {
      for reading in language.readings {
        let before = strange + Self.rarity(of: reading.encoding)
        let limit = least + doubt
        let cost = before + language.costs.cost(of: pairs.telling, classes: reading.classes, limit: limit - before)
        guard cost <= limit else { continue }
        least = min(least, cost)
        if let known = found.firstIndex(where: { $0.encoding == reading.encoding }) {
          found[known].cost = min(found[known].cost, cost)
        } else {
          found.append((reading.encoding, cost))
        }
      }
    }
    return found.filter { $0.cost <= least + doubt }
  }

  /// How much dearer the words of ASCII letters are in a language than in the one they fit best; in those of other
  /// alphabets they are foreign words.
  private func strangeness(of pairs: BytePairs) -> [Int] {
    guard pairs.plainCount > 0 else { return languages.map { _ in 0 } }
    let costs = languages.map { language in
      language.isLatin
        ? language.readings.first.map {
          language.costs.cost(of: pairs.plain, classes: $0.classes, limit: .max)
        } : nil
    }
    let least = costs.compactMap { $0 }.min() ?? 0
    let weight = min(pairs.plainCount, Self.plainWeight)
    return costs.map { cost in cost.map { ($0 - least) * weight / pairs.plainCount } ?? weight }
  }

  /// The cost of an encoding being used at all.
  private static func rarity(of encoding: String) -> Int {
    switch encoding {
    case "windows-1252": 0
    case "windows-1250", "windows-1251", "windows-1254", "koi8-r": 8
    case "windows-1253", "windows-1257", "koi8-u": 12
    default: 14
    }
  }
}
