// The words that say what stands in rows and columns: totals, counts, rates of exchange, years.

/// Read from `tables.tsv`, all languages together.
struct TableWords: Sendable {
  struct Role: OptionSet, Sendable {
    let rawValue: UInt32

    /// The row or column is the sum of others.
    static let total = Role(rawValue: 1 << 0)
    /// The row is contained in the one above.
    static let part = Role(rawValue: 1 << 1)
    static let rate = Role(rawValue: 1 << 2)
    /// What follows is counted or compared, whatever it is.
    static let number = Role(rawValue: 1 << 3)
    /// Counted or measured, not paid.
    static let count = Role(rawValue: 1 << 4)
    static let year = Role(rawValue: 1 << 5)
    /// May stand beside a year that names a column.
    static let timely = Role(rawValue: 1 << 6)
    /// Opens a statement of the unit: "Amounts in", "Unit:".
    static let statement = Role(rawValue: 1 << 7)
    /// A sum of money.
    static let amount = Role(rawValue: 1 << 8)
    /// May follow a unit: "US$ at current prices".
    static let bound = Role(rawValue: 1 << 9)
    /// The year beside it is that of the prices.
    static let constant = Role(rawValue: 1 << 10)
    /// Paid for one of many: the scale of the table is not meant.
    static let each = Role(rawValue: 1 << 11)
    static let thousand = Role(rawValue: 1 << 12)
    /// Begins a longer phrase.
    static let opens = Role(rawValue: 1 << 13)
    /// Heads a column that names the currency of each row.
    static let currency = Role(rawValue: 1 << 14)
    /// As the label of a row, counted and never paid.
    static let tally = Role(rawValue: 1 << 15)
    // Whom a column names, or the labels.
    static let payer = Role(rawValue: 1 << 16)
    static let payee = Role(rawValue: 1 << 17)
    static let creditor = Role(rawValue: 1 << 18)
    static let debtor = Role(rawValue: 1 << 19)
  }

  private var roles: [UInt64: Role] = [:]
  /// Words of scripts written without spaces, longest first.
  private var unspaced: [(word: Sign, role: Role)] = []
  /// Lines that could not be read; a test holds them empty.
  private(set) var faults: [String] = []

  private static let names: [Substring: Role] = [
    "total": .total, "part": .part, "rate": .rate, "number": .number, "count": .count, "year": .year,
    "timely": .timely, "statement": .statement, "amount": .amount, "bound": .bound, "constant": .constant,
    "each": .each, "thousand": .thousand, "currency": .currency,
    "tally": .tally, "payer": .payer, "payee": .payee, "creditor": .creditor, "debtor": .debtor,
  ]

  /// Reads `tables.tsv`: role, language, and words separated by bars.
  init(table: String) {
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3, let role = Self.names[cells[0]] else {
        faults.append("tables.tsv: \(line)")
        continue
      }
      for words in cells[2].split(separator: "|") { add(words, role) }
    }
    unspaced.sort { $0.word.count > $1.word.count }
  }

  private mutating func add(_ phrase: Substring, _ role: Role) {
    if let first = phrase.unicodeScalars.first, Lexicon.isUnspaced(first.value) {
      unspaced.append((Sign(bytes: Array(phrase.utf8), lexeme: 0), role))
      return
    }
    let words = phrase.split(separator: " ")
    for length in 1..<max(words.count, 1) {
      roles[FoldedHash.of(words[..<length].joined(separator: " ")), default: []].insert(.opens)
    }
    roles[FoldedHash.of(String(phrase)), default: []].insert(role)
  }

  /// The roles of the longest phrase that begins at a token, with the token behind it; none where no known one does.
  func phrase(at index: Int, in sentence: Sentence) -> (role: Role, end: Int) {
    guard index >= 0, index < sentence.count else { return ([], index + 1) }
    let token = sentence.tokens[index]
    if token.kind == .word, Characters.isUnspaced(sentence.text, token.start) {
      return unspacedPhrase(at: index, in: sentence)
    }
    guard token.kind == .word, var role = roles[token.hash] else { return ([], index + 1) }
    var hash = token.hash
    var best: (Role, Int) = (role.subtracting(.opens), index + 1)
    var end = index + 1
    while role.contains(.opens), end < sentence.count, sentence.tokens[end].kind != .number {
      hash = FoldedHash.phrase(hash, then: sentence.hash(end))
      end += 1
      guard let longer = roles[hash] else { break }
      role = longer
      if !role.subtracting(.opens).isEmpty { best = (role.subtracting(.opens), end) }
    }
    return best
  }

  private func unspacedPhrase(at index: Int, in sentence: Sentence) -> (role: Role, end: Int) {
    let start = sentence.tokens[index].start
    for (word, role) in unspaced
    where start + word.count <= sentence.text.count && word.stands(at: start, in: sentence.text) {
      var end = index + 1
      while end < sentence.count, sentence.tokens[end].start < start + word.count { end += 1 }
      return (role, end)
    }
    return ([], index + 1)
  }

  /// All roles of a token as a word of its own or the beginning of a phrase.
  func role(at index: Int, in sentence: Sentence) -> Role { phrase(at: index, in: sentence).role }
}
