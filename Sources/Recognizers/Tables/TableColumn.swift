// One column of a table: what its heads say, and what its numbers show together.
import Model

struct TableColumn {
  var stated: StatedUnit
  var name: TableName
  var years: TableYears?
  /// A word for years and nothing else heads it.
  var isNamedYear: Bool
  /// Names of currencies and nothing else head it.
  var isNamedCurrency: Bool
  /// Its cells name the currencies of the rows.
  var namesCurrencies: Bool
  /// A word for sums of money heads it.
  var isNamedSum: Bool
  /// The side of the parties that its cells name.
  var side: TableParties.Side?
  /// The party that heads it.
  var party: Mention.Party?
  private(set) var numbers = 0
  private(set) var years4 = 0
  /// Cells that hold something else than a number.
  private(set) var others = 0
  private(set) var decimalMark = DecimalMark()
  private(set) var isFirstPercent = false
  /// The currency sign of the first number, and whether the last has one too.
  private(set) var firstSign: Range<Int>?
  private(set) var isLastSigned = false
  /// The number above, where all so far count up by one.
  private var counted: Int?
  private(set) var isSequence = true

  init(_ text: TableText, _ words: TableWords) {
    stated = StatedUnit(text, at: .header, words)
    name = TableName(text, unit: stated.statement.phrase?.tokens, words)
    years = TableYears.only(in: text, outside: stated.statement.phrase?.tokens, words)
    let opening = words.role(at: 0, in: text.sentence)
    isNamedYear = years == nil && opening.contains(.year)
    isNamedCurrency = text.namesCurrencies
    namesCurrencies = opening.contains(.currency)
    side = TableParties.side(in: text, afterBy: false, words)
    party = TableParties.party(in: text)
    isNamedSum =
      name.kind != nil
      || text.sentence.tokens.indices.contains { words.role(at: $0, in: text.sentence).contains(.amount) }
  }

  /// Looks at a cell of an entry.
  mutating func add(_ number: CellNumber?, in bytes: UnsafeBufferPointer<UInt8>) {
    guard let number else {
      others += 1
      return
    }
    if numbers == 0 {
      isFirstPercent = number.isPercent
      firstSign = number.sign
    }
    numbers += 1
    isLastSigned = number.sign != nil
    if RowRoles.isYear(number, in: bytes) { years4 += 1 }
    decimalMark.add(number.digits, in: bytes)
    guard isSequence else { return }
    let value = number.digits.count < 6 ? Int(String(decoding: bytes[number.digits], as: UTF8.self)) : nil
    isSequence = value != nil && (counted.map { $0 + 1 == value } ?? (value ?? 9 < 2))
    counted = value
  }

  /// Four-digit years and nothing else, under no unit of its own.
  var holdsYears: Bool {
    if case .money = stated.statement { return false }
    return numbers > 0 && years4 == numbers && (isNamedYear || numbers > 1)
  }

  /// 1, 2, 3 …: numbers of the rows.
  var holdsNumbering: Bool {
    if case .money = stated.statement { return false }
    return isSequence && numbers > 2
  }

  /// Words rather than numbers.
  var holdsWords: Bool { others > 0 && others >= numbers }

  /// Whether its numbers can be amounts at all.
  var mayHoldMoney: Bool { !stated.statement.isOther && !holdsYears && !holdsNumbering && !isFirstPercent }
}
