// Gathers units.tsv and the files of nouns into the lexicon of quantities.

struct QuantityLexiconBuilder {
  private(set) var units: [MeasureUnit] = []
  private(set) var singulars: [String] = []
  private(set) var articled: [String] = []
  private(set) var peopleEndings: [String] = []
  private(set) var faults: [String] = []
  private(set) var nouns: [UInt64: Noun] = [:]
  private(set) var symbols: [QuantityLexicon.Symbol] = []

  /// Reads the table of units: unit, dimension, symbols, glued, words, parts, use. Rows of one unit add to it.
  mutating func read(units table: String) {
    var parts: [(unit: Int32, name: String, count: Int)] = []
    for (number, line) in table.split(separator: "\n").enumerated().dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, let dimension = MeasureUnit.Dimension(rawValue: cells[1]) else {
        faults.append("units.tsv:\(number + 1): not seven cells with a known dimension")
        continue
      }
      let unit = unit(MeasureUnit(name: cells[0], dimension: dimension, takesArticle: cells[6] == "article"))
      add(symbols: cells[2], unit: unit, isGlued: false)
      add(symbols: cells[3], unit: unit, isGlued: true)
      let takesArticle = cells[6] == "article"
      for word in Self.alternatives(cells[4]).flatMap({ LexiconLines.forms($0) }) {
        edit(word) {
          $0.roles.insert(.unit)
          $0.unit = unit
        }
        if takesArticle, let first = word.split(separator: " ").first { articled.append(String(first)) }
      }
      let part = cells[5].split(separator: ":")
      if part.count == 2, let count = Int(part[1]) { parts.append((unit, String(part[0]), count)) }
    }
    for (unit, name, count) in parts {
      guard let smaller = units.firstIndex(where: { $0.name == name }) else {
        faults.append("units.tsv: \(name) is no unit")
        continue
      }
      units[Int(unit)].part = (Int32(smaller), count)
    }
  }

  /// Reads one language's nouns.
  mutating func read(nouns source: [UInt8], named name: String) {
    LexiconLines.each(of: source, named: name) { line in
      if line.section == "people-endings" {
        peopleEndings += line.forms
      } else if let role = Self.sections[line.section] {
        let singular = line.value.isEmpty ? -1 : index(ofSingular: line.value)
        for form in line.forms {
          edit(form) {
            $0.roles.insert(role)
            if singular >= 0 { $0.singular = singular }
          }
        }
      } else {
        faults.append("\(line.place): unknown section [\(line.section)]")
      }
    }
  }

  private static let sections: [String: NounRoles] = [
    "persons": .person, "person-plurals": .personPlural, "person-adjectives": .personAdjective, "groups": .group,
    "dimensions": .dimension, "reporting": .reporting, "irregular-plurals": .irregular,
    "no-plurals": .noPlural, "plural-modifiers": .pluralModifier, "inner": .inner, "phrase-ends": .phraseEnd,
    "numbered": .numbered, "in-compounds": .inCompound,
  ]

  /// `a|b(c|d)` as its alternatives, those in brackets left alone.
  private static func alternatives(_ cell: String) -> [Substring] {
    var depth = 0
    return cell.split { character in
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      return character == "|" && depth == 0
    }
  }

  private mutating func unit(_ new: MeasureUnit) -> Int32 {
    if let known = units.firstIndex(where: { $0.name == new.name }) { return Int32(known) }
    units.append(new)
    return Int32(units.count - 1)
  }

  private mutating func add(symbols cell: String, unit: Int32, isGlued: Bool) {
    for symbol in cell.split(separator: "|") {
      symbols.append(.init(sign: Sign(bytes: Array(symbol.utf8), lexeme: unit), isGlued: isGlued))
    }
  }

  private mutating func index(ofSingular text: String) -> Int32 {
    if let known = singulars.firstIndex(of: text) { return Int32(known) }
    singulars.append(text)
    return Int32(singulars.count - 1)
  }

  /// Changes the entry of a word or phrase (single spaces); phrases register their beginnings.
  private mutating func edit(_ text: String, _ change: (inout Noun) -> Void) {
    let words = text.split(separator: " ")
    for length in 1..<max(words.count, 1) {
      let beginning = words[..<length].joined(separator: " ")
      nouns[FoldedHash.of(beginning), default: Noun()].roles.insert(.opensPhrase)
    }
    change(&nouns[FoldedHash.of(text), default: Noun()])
  }
}
