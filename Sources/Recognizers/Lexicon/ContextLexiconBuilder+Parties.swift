// Countries, institutions and statesmen, read into a context lexicon.
import Model

extension ContextLexiconBuilder {
  /// Reads the three tables; of two meanings of one word the first read stays.
  mutating func readParties(countries: String, institutions: String, leaders: String) {
    var states: [Substring: Int16] = [:]
    let rows = Self.rows(countries).filter { $0.count > 5 }
    for row in rows {
      let party = add(Mention.Party(name: String(row[2]), iso3: String(row[0])))
      states[row[0]] = party
      addNames([row[2]] + Self.list(row[3]), PartySense(form: .state, party: party))
    }
    for row in Self.rows(institutions) where row.count == 4 { addInstitution(row, &states) }
    for row in rows {
      guard let party = states[row[0]] else { continue }
      addNames(Self.list(row[4]), PartySense(form: .capital, party: party))
      addNames(Self.list(row[5]), PartySense(form: .demonym, party: party))
    }
    for row in Self.rows(leaders) where row.count == 2 {
      guard let party = states[row[0]] else { continue }
      addNames(Self.list(row[1]), PartySense(form: .state, party: party))
    }
  }

  /// `name ⇥ iso3 ⇥ agency ⇥ forms`: an institution, a company (agency `company`), a body of a state (without name), or
  /// a body of whichever state (without name and iso3).
  private mutating func addInstitution(_ row: [Substring], _ states: inout [Substring: Int16]) {
    let forms = Self.list(row[3])
    let isCompany = row[2] == "company"
    let agency = row[2].isEmpty || isCompany ? -1 : addAgency(String(row[2]))
    if row[0].isEmpty {
      let party = states[row[1]] ?? -1
      addNames(
        forms,
        PartySense(form: agency < 0 ? .state : .body, party: party, agency: agency, isCapitalized: !row[1].isEmpty))
    } else if row[1].isEmpty {
      let party = add(Mention.Party(name: String(row[0])))
      addNames(forms, PartySense(form: isCompany ? .company : .institution, party: party, agency: agency))
    } else {
      let party = add(Mention.Party(name: String(row[0]), iso3: String(row[1])))
      states[row[1]] = party
      addNames(forms, PartySense(form: .state, party: party))
    }
  }

  private mutating func addNames(_ forms: [Substring], _ sense: PartySense) {
    for form in forms {
      var sense = sense
      sense.isCapitalized = sense.isCapitalized && form.utf8.first.map { $0 &- 0x61 >= 26 } ?? true
      sense.isAcronym = form.utf8.count <= 6 && form.utf8.allSatisfy { $0 &- 0x41 < 26 }
      add(sense, to: Self.tokens(of: form))
    }
  }

  /// The tokens of a name, single spaces between: hyphens, apostrophes and the dot of "St." stand alone, initials stay.
  static func tokens(of form: Substring) -> String {
    guard form.utf8.contains(where: { $0 == 0x2D || $0 == 0x27 || $0 == 0x2E || $0 == 0x26 || $0 == 0xE2 }) else {
      return String(form)
    }
    return form.split(separator: " ").map { word in
      let isInitials = word.utf8.count > 3 && word.utf8.enumerated().allSatisfy { $0 % 2 == 0 || $1 == 0x2E }
      return isInitials ? String(word) : spaced(word)
    }.joined(separator: " ")
  }

  private static func spaced(_ word: Substring) -> String {
    var tokens: [Substring] = []
    var start = word.startIndex
    for index in word.indices where "-'’.&".contains(word[index]) {
      if start < index { tokens.append(word[start..<index]) }
      start = word.index(after: index)
      tokens.append(word[index..<start])
    }
    if start < word.endIndex { tokens.append(word[start...]) }
    return tokens.joined(separator: " ")
  }

  private static func rows(_ table: String) -> [[Substring]] {
    table.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  private static func list(_ cell: Substring) -> [Substring] { cell.split(separator: "|") }
}
