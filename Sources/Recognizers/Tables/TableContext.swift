// What stands around the cells of one table: columns, captions, notes, and the unit they give together.
import Model

struct TableContext {
  let grid: Grid
  let lexicon: Lexicon
  let words: TableWords
  let bytes: UnsafeBufferPointer<UInt8>
  /// Reads one head, label or line after the other.
  let sentence: Sentence
  private(set) var columns: [TableColumn] = []
  /// The column whose cells name the rows.
  private(set) var labels: Int?
  /// The column that gives the years of the rows.
  private(set) var years: Int?
  /// The column that names the currency of each row.
  private(set) var currencies: Int?
  /// What captions, the head of the labels and notes state, the nearest first.
  private(set) var common: [StatedUnit] = []
  private(set) var captionYears: TableYears?
  /// The side of the parties that the labels name.
  private(set) var labelSide: TableParties.Side?
  private(set) var caption = TableName.none
  private(set) var decimalMark = DecimalMark()
  /// Rates of exchange: units of one currency for another.
  private(set) var isOfRates = false
  /// Bytes of all phrases that state a unit.
  private(set) var unitSpans: [Range<Int>] = []

  init(_ grid: Grid, lexicon: Lexicon, words: TableWords, in bytes: UnsafeBufferPointer<UInt8>) {
    self.grid = grid
    self.lexicon = lexicon
    self.words = words
    self.bytes = bytes
    sentence = Sentence(lexicon: lexicon, text: bytes)
    readHeads()
    readCells()
    chooseColumns()
    readSurroundings()
    isOfRates = isOfRates || areCurrenciesNamed
    unitSpans += columns.flatMap(\.stated.spans)
  }

  /// The words of some parts; they hold until others are asked for.
  func text(_ parts: [Range<Int>]) -> TableText { TableText(parts, in: sentence) }

  private mutating func readHeads() {
    let heads = grid.rows.prefix { $0.role == .head }
    for column in 0..<grid.columnCount {
      let spans = heads.compactMap { row in grid.cell(of: row, in: column).map { grid.cells[$0].span } }
      columns.append(TableColumn(text(spans), words))
    }
  }

  private mutating func readCells() {
    for row in grid.rows where row.role == .entry {
      for cell in grid.cells[row.cells] {
        columns[cell.columns.lowerBound].add(CellNumber(cell.span, in: bytes, lexicon: lexicon), in: bytes)
      }
    }
    for column in columns { decimalMark.add(column.decimalMark) }
  }

  private mutating func chooseColumns() {
    years = columns.indices.first { columns[$0].isNamedYear && columns[$0].numbers == columns[$0].years4 }
    labels = columns.indices.prefix(4).first { index in
      let column = columns[index]
      return !column.holdsNumbering && (column.holdsWords || column.holdsYears && index == 0)
    }
    currencies = columns.indices.first {
      $0 != labels && columns[$0].numbers == 0 && columns[$0].others > 0
        && columns[$0].namesCurrencies
    }
    // A label column of years only is read as the years of its rows by itself.
    if years == labels { years = nil }
  }

  /// Whether a column can hold amounts: one before the labels is of numbers or codes of the rows, but for a unit of its
  /// own.
  func mayHoldMoney(_ index: Int) -> Bool {
    let column = columns[index]
    guard column.mayHoldMoney else { return false }
    if case .money = column.stated.statement { return true }
    return labels.map { $0 < index } ?? true
  }

  private mutating func readSurroundings() {
    labelSide = labels.flatMap { columns[$0].side }
    if let labels, labels == 0, !columns[0].holdsYears { takeCommon(columns[0].stated) }
    var names: [TableName] = []
    for span in grid.captions.reversed() {
      let text = self.text([span])
      let stated = StatedUnit(text, at: TableCaptions.isTitle(span, in: bytes) ? .caption : .remark, words)
      takeCommon(stated)
      labelSide = labelSide ?? TableParties.side(in: text, afterBy: true, words)
      names.append(TableName(text, unit: stated.statement.phrase?.tokens, words))
      if captionYears == nil {
        captionYears = TableYears.only(in: text, outside: stated.statement.phrase?.tokens, words)
      }
    }
    for span in grid.notes {
      takeCommon(StatedUnit(self.text([span]), at: .remark, words))
    }
    caption = .none
    caption.kind = names.lazy.compactMap(\.kind).first
    caption.status = names.lazy.map(\.status).first { $0 != .unknown } ?? .unknown
    caption.isConstant = names.contains(where: \.isConstant)
  }

  private mutating func takeCommon(_ stated: StatedUnit) {
    unitSpans += stated.spans
    switch stated.statement {
    case .rate: isOfRates = true
    case .money, .scale: common.append(stated)
    case .nothing, .other: break
    }
  }

  /// The statements that hold for a cell, the nearest first. The scale of the whole table is not that of what is paid
  /// for each of many.
  func statements(of column: Int, row: StatedUnit, group: StatedUnit, isEach: Bool = false) -> [StatedUnit] {
    [row, group, columns[column].stated] + (isEach ? common.map(\.unscaled) : common)
  }

  /// In accounts the currency sign stands before the first and the last number of a column, or before the first where
  /// the scale is said apart.
  func signedUnit(of index: Int) -> TableUnit? {
    let column = columns[index]
    guard let sign = column.firstSign, column.numbers > 1 else { return nil }
    let scale = common.first.flatMap { stated -> Int64? in
      if case .scale(let phrase) = stated.statement { return phrase.scale }
      return nil
    }
    guard scale != nil || column.isLastSigned && column.numbers > 2 else { return nil }
    return unit(of: sign, scale: scale ?? 1)
  }

  /// The unit that a currency sign stands for.
  func unit(of sign: Range<Int>, scale: Int64) -> TableUnit? {
    let text = self.text([sign])
    guard let mark = CurrencyReader.prefix(in: text.sentence, at: 0) else { return nil }
    return TableUnit(mark: mark, scale: scale, per: nil, span: sign)
  }

  /// Rows that one label may be broken over.
  private static let longestLabel = 6

  /// What the currency column states for a row.
  func statedCurrency(of row: Grid.Row) -> StatedUnit {
    guard let currencies, let cell = grid.cell(of: row, in: currencies) else { return .nothing }
    return StatedUnit(text([grid.cells[cell].span]), at: .header, words)
  }

  /// The parties that a row names.
  func parties(of row: Grid.Row) -> TableParties {
    var parties = TableParties()
    for cell in grid.cells[row.cells] {
      let column = cell.columns.lowerBound
      guard let side = column == labels ? labelSide : columns[column].side else { continue }
      parties.add(TableParties.party(in: text([cell.span])), on: side)
    }
    return parties
  }

  /// The rows that hold the label of an entry, itself among them.
  func labelRows(of index: Int) -> Range<Int> {
    var rows = index..<(index + 1)
    while rows.lowerBound > 0, rows.count < Self.longestLabel, grid.rows[rows.lowerBound - 1].role == .labelAbove {
      rows = (rows.lowerBound - 1)..<rows.upperBound
    }
    while rows.upperBound < grid.rows.count, rows.count < Self.longestLabel,
      grid.rows[rows.upperBound].role == .labelBelow
    {
      rows = rows.lowerBound..<(rows.upperBound + 1)
    }
    return rows
  }

  /// Whether a column headed as a total stands beside two others it can be the sum of.
  func isSummed(_ index: Int) -> Bool {
    columns.indices.count { $0 != index && $0 != labels && mayHoldMoney($0) && !columns[$0].name.isTotal } > 1
  }

  /// Whether rows or columns are named for currencies, as in tables of exchange rates, and no scale shows them to be
  /// sums.
  private var areCurrenciesNamed: Bool {
    let hasScale = (columns.map(\.stated) + common).contains { $0.statement.phrase?.scale != nil }
    guard !hasScale else { return false }
    let heads = columns.indices.filter { $0 != labels && columns[$0].numbers > 0 && columns[$0].isNamedCurrency }
    if let labels, heads.count > 1 ? columns[labels].holdsYears || areTimes : !heads.isEmpty && areDays { return true }
    let rows = labelCells.prefix(64)
    let named = rows.count { text([$0]).namesCurrencies }
    return named > 1 && named * 2 >= rows.count
  }

  private var labelCells: [Range<Int>] {
    guard let labels else { return [] }
    return grid.rows.lazy.filter { $0.role == .entry }.prefix(64).compactMap { row in
      grid.cell(of: row, in: labels).map { grid.cells[$0].span }
    }
  }

  /// Days in most rows: "3 Jan 2014", "03.01.2014".
  private var areDays: Bool {
    let cells = labelCells
    let days = cells.count { span in
      let text = text([span])
      let numbers = text.sentence.tokens.indices.count { text.sentence.isNumber($0) }
      let isNamed = text.sentence.tokens.indices.contains { text.sentence.roles($0).contains(.month) }
      return numbers > 1 && isNamed || numbers == 3 || numbers == 1 && text.count == 1 && span.count > 5
    }
    return days * 2 > cells.count
  }

  /// Dates or months in most rows.
  private var areTimes: Bool {
    let cells = labelCells
    let times = cells.count { span in
      let text = self.text([span])
      return text.sentence.tokens.indices.contains {
        text.sentence.isYear($0) || text.sentence.roles($0).contains(.month)
      } || text.sentence.tokens.allSatisfy { $0.kind != .word }
    }
    return times * 2 > cells.count
  }
}
