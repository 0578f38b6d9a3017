// What detection knows of languages: letters.tsv, written by scripts/train-letters.

/// Costs everywhere in detection are minus the binary logarithm of a frequency, in quarters of a bit: what is rare is
/// dear, and of several readings of the same bytes the cheapest is the most plausible.
struct LetterFigures: Sendable {
  /// How often one letter follows another in a language.
  struct Language: Sendable {
    let name: String
    let encodings: [String]
    /// In lower case.
    let letters: [UInt32]
    /// A row for the beginning of a word, then one for each letter; the last column is the end of the word.
    fileprivate(set) var rows: [[UInt8]] = []
  }

  /// How often characters occur in a language that has too many for rows.
  struct Characters: Sendable {
    let name: String
    let encodings: [String]
    fileprivate(set) var costs: [(scalar: UInt32, cost: UInt8)] = []
  }

  private(set) var languages: [Language] = []
  private(set) var characters: [Characters] = []

  static let shared = LetterFigures(table: String(decoding: PackageResources.letters_tsv, as: UTF8.self))

  /// English, whose words stand in the texts of every other language.
  var english: Language { languages[0] }

  init(table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      switch cells[0] {
      case "letters":
        languages.append(
          Language(
            name: String(cells[1]), encodings: cells[2].split(separator: " ").map(String.init),
            letters: cells[3].unicodeScalars.map(\.value)))
      case "characters":
        characters.append(
          Characters(name: String(cells[1]), encodings: cells[2].split(separator: " ").map(String.init)))
      default:
        if characters.isEmpty {
          languages[languages.count - 1].rows.append(line.utf8.map { $0 - 48 })
        } else if let cost = cells[0].utf8.first, cells.count == 2 {
          characters[characters.count - 1].costs += cells[1].unicodeScalars.map { ($0.value, cost - 48) }
        }
      }
    }
  }
}
