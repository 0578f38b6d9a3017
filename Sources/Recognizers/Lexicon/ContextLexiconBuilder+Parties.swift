// Countries, institutions and statesmen, read into a context lexicon.
import Model

extension ContextLexiconBuilder {
  private typealias Cell = ArraySlice<UInt8>

  /// Reads the three tables; of two meanings of one word the first read stays.
  mutating func readParties(countries: [UInt8], institutions: [UInt8], leaders: [UInt8]) {
    var states: [String: Int16] = [:]
    let rows = Self.rows(countries).filter { $0.count > 5 }
    for row in rows {
      let code = Self.string(row[0])
      let party = add(Mention.Party(name: Self.string(row[2]), iso3: code))
      states[code] = party
      addNames([row[2]] + Self.list(row[3]), PartySense(form: .state, party: party))
    }
    for row in Self.rows(institutions) where row.count == 4 { addInstitution(row, &states) }
    for row in rows {
      guard let party = states[Self.string(row[0])] else { continue }
      addNames(Self.list(row[4]), PartySense(form: .capital, party: party))
      addNames(Self.list(row[5]), PartySense(form: .demonym, party: party))
    }
    for row in Self.rows(leaders) where row.count == 2 {
      guard let party = states[Self.string(row[0])] else { continue }
      addNames(Self.list(row[1]), PartySense(form: .state, party: party))
    }
  }

  /// `name ⇥ iso3 ⇥ agency ⇥ forms`: an institution, a company (agency `company`), a body of a state (without name), or
  /// a body of whichever state (without name and iso3).
  private mutating func addInstitution(_ row: [Cell], _ states: inout [String: Int16]) {
    let forms = Self.list(row[3])
    let (code, body) = (Self.string(row[1]), Self.string(row[2]))
    let isCompany = body == "company"
    let agency = body.isEmpty || isCompany ? -1 : addAgency(body)
    if row[0].isEmpty {
      addNames(
        forms,
        PartySense(
          form: agency < 0 ? .state : .body, party: states[code] ?? -1, agency: agency, isCapitalized: !code.isEmpty))
    } else if code.isEmpty {
      let party = add(Mention.Party(name: Self.string(row[0])))
      addNames(forms, PartySense(form: isCompany ? .company : .institution, party: party, agency: agency))
    } else {
      let party = add(Mention.Party(name: Self.string(row[0]), iso3: code))
      states[code] = party
      addNames(forms, PartySense(form: .state, party: party))
    }
  }

  private mutating func addNames(_ forms: [Cell], _ sense: PartySense) {
    for form in forms {
      var sense = sense
      sense.isCapitalized = sense.isCapitalized && form.first.map { $0 &- 0x61 >= 26 } ?? true
      sense.isAcronym = form.count <= 6 && form.allSatisfy { $0 &- 0x41 < 26 }
      var tokens = Self.tokens(of: form)
      add(sense, to: &tokens)
    }
  }

  /// The tokens of a name, single spaces between: hyphens, apostrophes and the dot of "St." stand alone, initials stay.
  private static func tokens(of form: Cell) -> [UInt8] {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(form.count + 8)
    for word in form.split(separator: 0x20) {
      if !tokens.isEmpty { tokens.append(0x20) }
      let isInitials = word.count > 3 && word.indices.allSatisfy { ($0 - word.startIndex) % 2 == 0 || word[$0] == 0x2E }
      let start = tokens.count
      for index in word.indices {
        let isSeparate = isMark(index, word)
        if !isInitials, tokens.count > start, isSeparate || isMark(behind: index, word) { tokens.append(0x20) }
        tokens.append(word[index])
      }
    }
    return tokens
  }

  /// Hyphen, apostrophes, dot, ampersand; a typographic apostrophe by its first byte.
  private static func isMark(_ index: Int, _ word: Cell) -> Bool {
    switch word[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "&"), 0xE2: true
    default: false
    }
  }

  private static func isMark(behind index: Int, _ word: Cell) -> Bool {
    guard index > word.startIndex else { return false }
    if word[index - 1] < 0x80 { return isMark(index - 1, word) }
    return index > word.startIndex + 2 && word[index - 3] == 0xE2
  }

  private static func rows(_ table: [UInt8]) -> [[Cell]] {
    table.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.dropFirst()
      .map { $0.split(separator: 0x09, omittingEmptySubsequences: false) }
  }

  private static func list(_ cell: Cell) -> [Cell] { cell.split(separator: UInt8(ascii: "|")) }

  private static func string(_ bytes: Cell) -> String { String(decoding: bytes, as: UTF8.self) }
}
