// The amounts of one table.
import Model

/// An amount that a cell states in its own words.
struct SpokenAmount {
  var mention: Mention
  /// It names its scale, or is no single number.
  var isScaled: Bool
}

/// Numbers take the unit that header, label, caption or note gives; a cell that names a currency itself is read as
/// text is, and takes from the table only what it leaves open.
struct TableReader {
  private let context: TableContext
  private let choice: CurrencyChoice
  /// Where the table begins.
  private let place: Int
  /// Where words and signs of money stand in the table, ascending.
  private let anchors: [Int]
  /// Reads the amounts that a stretch of text states itself.
  private let speak: (Range<Int>) -> [SpokenAmount]
  private var row = TableRow()
  private var columnYears: [TableYears?]
  /// The unit of each column where its row says nothing.
  private var columnUnits: [TableUnit?]
  private var rowSentence: RowSentence
  private(set) var mentions: [Mention] = []
  private(set) var unitSpans: [Range<Int>]

  init(
    _ context: TableContext, at place: Int, anchors: [Int], choice: CurrencyChoice,
    speak: @escaping (Range<Int>) -> [SpokenAmount]
  ) {
    self.context = context
    self.place = place
    self.anchors = anchors
    self.choice = choice
    self.speak = speak
    columnYears = context.columns.map(\.years)
    columnUnits = context.columns.indices.map { column in
      guard context.mayHoldMoney(column), !context.isOfRates else { return nil }
      let statements = context.statements(of: column, row: .nothing, group: .nothing)
      return TableUnit.resolved(statements, context.lexicon) ?? context.signedUnit(of: column)
    }
    rowSentence = RowSentence(text: context.bytes)
    unitSpans = context.unitSpans
  }

  mutating func read() {
    for index in context.grid.rows.indices {
      let row = context.grid.rows[index]
      switch row.role {
      case .head: takeYears(row)
      case .group: beginGroup(row)
      case .labelAbove, .labelBelow: break
      case .entry:
        beginEntry(at: index)
        for cell in cells(row) { read(cell, in: row) }
        continue
      }
      for cell in cells(row) where isSpoken(cell.span) { mentions += speak(cell.span).map(\.mention) }
    }
  }

  private func cells(_ row: Grid.Row) -> ArraySlice<Grid.Cell> { context.grid.cells[row.cells] }

  private func text(_ parts: [Range<Int>]) -> TableText { context.text(parts) }

  /// Years that stand again over a further part of the table.
  private mutating func takeYears(_ row: Grid.Row) {
    for cell in cells(row) {
      guard let years = TableYears.only(in: text([cell.span]), outside: nil, context.words) else { continue }
      for column in cell.columns where column < columnYears.count { columnYears[column] = years }
    }
  }

  private mutating func beginGroup(_ row: Grid.Row) {
    self.row.begin(group: text(cells(row).map(\.span)), context.words)
    unitSpans += self.row.groupStated.spans
  }

  private mutating func beginEntry(at index: Int) {
    let rows = context.grid.rows
    let parts = context.labelRows(of: index).compactMap { place -> Range<Int>? in
      let column = rows[place].role == .entry ? context.labels : rows[place].cells.isEmpty ? nil : 0
      return column.flatMap { context.grid.cell(of: rows[place], in: $0) }.map { context.grid.cells[$0].span }
    }
    row.begin(parts.isEmpty ? nil : text(parts), context.words)
    if case .nothing = row.stated.statement { row.stated = context.statedCurrency(of: rows[index]) }
    unitSpans += row.stated.spans
    if let years = context.years, let cell = context.grid.cell(of: rows[index], in: years) {
      row.years = TableYears.only(in: text([context.grid.cells[cell].span]), outside: nil, context.words)
    }
    row.parties = context.parties(of: rows[index])
    let span = context.labelRows(of: index)
    rowSentence.begin(rows[span.lowerBound].span.lowerBound..<rows[span.upperBound - 1].span.upperBound)
  }

  private mutating func read(_ cell: Grid.Cell, in row: Grid.Row) {
    let column = cell.columns.lowerBound
    if isSpoken(cell.span) {
      let spoken = speak(cell.span)
      if !spoken.isEmpty {
        let isLabel = column == context.labels
        mentions += spoken.map { isLabel ? $0.mention : completed($0, in: column, cell.span) }
        return
      }
    }
    if let signed = signed(cell.span, in: column) {
      mentions.append(signed)
      return
    }
    guard column != context.labels, column != context.years, context.mayHoldMoney(column), !context.isOfRates,
      let unit = unit(of: column), let amount = amount(of: cell.span, in: column, unit),
      let mention = mention(amount, unit, in: column, cell.span)
    else { return }
    mentions.append(mention)
  }

  /// "$  (1,204)": a sign before a number that running text would not read so.
  private mutating func signed(_ span: Range<Int>, in column: Int) -> Mention? {
    guard let number = CellNumber(span, in: context.bytes, lexicon: context.lexicon), let sign = number.sign,
      let unit = context.unit(of: sign, scale: 1), let choice = choice.choice(unit.mark, year: nil),
      let amount = CellAmount(number, mark: decimalMark(of: column, in: unit), in: context.bytes),
      var mention = mention(amount, unit, in: column, span)
    else { return nil }
    mention.currencyEvidence = .symbol
    mention.currencyBasis = choice.basis
    return completed(SpokenAmount(mention: mention, isScaled: false), in: column, span)
  }

  private func isSpoken(_ span: Range<Int>) -> Bool {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle] < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < anchors.count && anchors[low] < span.upperBound
  }

  private func amount(of span: Range<Int>, in column: Int, _ unit: TableUnit) -> CellAmount? {
    let mark = decimalMark(of: column, in: unit)
    if let number = CellNumber(span, in: context.bytes, lexicon: context.lexicon) {
      return number.sign == nil ? CellAmount(number, mark: mark, in: context.bytes) : nil
    }
    return CellAmount(spelled: span, mark: mark, in: context.sentence)
  }

  private func decimalMark(of column: Int, in unit: TableUnit?) -> UInt8? {
    let own = context.columns[column].decimalMark
    if let mark = DecimalMark.decided(column: own, table: context.decimalMark) { return mark }
    guard let unit, unit.per == nil, own.partsThousands else { return nil }
    let word = context.lexicon.currencyWords[Int(unit.mark.word)]
    let isDollar = word.candidates.first == "USD"
    return word.groupsWithDots || unit.scale == 1 && unit.mark.multiplier == 1 && !isDollar ? UInt8(ascii: ",") : nil
  }

  /// Nil where nothing names a currency, or something says that the numbers are none.
  private func unit(of column: Int) -> TableUnit? {
    let isEach = isEach(column)
    if case .nothing = row.stated.statement, case .nothing = row.groupStated.statement, !isEach {
      return columnUnits[column]
    }
    if context.currencies != nil, !context.columns[column].isNamedSum { return nil }
    let statements = context.statements(of: column, row: row.stated, group: row.groupStated, isEach: isEach)
    return TableUnit.resolved(statements, context.lexicon)
      ?? (row.stated.statement.isOther ? nil : columnUnits[column])
  }

  private func isEach(_ column: Int) -> Bool {
    row.label.isEach || row.group.isEach || context.columns[column].name.isEach
  }

  private func years(_ column: Int) -> TableYears? {
    columnYears[column] ?? row.years ?? row.groupYears ?? context.captionYears
  }

  private mutating func mention(
    _ amount: CellAmount, _ unit: TableUnit, in column: Int, _ cell: Range<Int>
  ) -> Mention? {
    guard let lower = unit.value(amount.lower, isScaled: amount.isScaled),
      let upper = amount.qualifier == .range ? unit.value(amount.upper, isScaled: amount.isScaled) : lower
    else { return nil }
    let name = context.columns[column].name
    let years = years(column)
    let chosen = choice.choice(unit.mark, year: years?.end)
    let stated = Amount(lower: lower, upper: upper, significantDigits: amount.significantDigits)
    let sentence = rowSentence.sentence(around: cell)
    var mention = Mention(
      span: amount.surface, surface: string(amount.surface), sentence: sentence.text, sentenceSpan: sentence.span,
      region: .table, amount: Hedges.bounds(stated, amount.qualifier), qualifier: amount.qualifier,
      currency: chosen?.code, currencyEvidence: .table, currencyBasis: chosen?.code.map { _ in .table },
      currencyCandidates: chosen?.candidates ?? [], per: unit.per ?? name.per ?? row.label.per ?? row.group.per,
      priceBasis: isConstant(name) ? .unknown : .nominal, yearStart: years?.start, yearEnd: years?.end,
      kind: name.kind ?? row.label.kind ?? row.group.kind ?? context.caption.kind, flowStatus: status(name),
      about: row.about(name.name), rule: TableCells.id,
      cell: Mention.TableCell(table: place, unit: unit.span, share: share(of: column)))
    addParties(to: &mention, in: column)
    return mention
  }

  /// Those of the row, and the one that heads the column, who is at the other end.
  private func addParties(to mention: inout Mention, in column: Int) {
    var parties = row.parties
    parties.add(context.columns[column].party, on: context.labelSide?.opposite)
    parties.complete(&mention)
  }

  private func isConstant(_ name: TableName) -> Bool {
    name.isConstant || row.label.isConstant || row.group.isConstant || context.caption.isConstant
  }

  private func status(_ name: TableName) -> Mention.FlowStatus {
    [name.status, row.label.status, row.group.status, context.caption.status].first { $0 != .unknown } ?? .unknown
  }

  private func share(of column: Int) -> Mention.TableCell.Share {
    context.columns[column].name.isTotal && context.isSummed(column) ? .total : row.share
  }

  /// What the cell says itself stands; scale, years and names come from the table.
  private mutating func completed(_ spoken: SpokenAmount, in column: Int, _ cell: Range<Int>) -> Mention {
    var mention = spoken.mention
    let name = context.columns[column].name
    let statements = context.statements(
      of: column, row: row.stated, group: row.groupStated, isEach: isEach(column))
    var unitSpan: Range<Int>?
    if !spoken.isScaled, mention.amount.isPoint, mention.currencyEvidence != .word,
      let scale = TableUnit.scale(of: mention, in: statements, context.lexicon),
      let value = try? mention.amount.lower?.multiplied(by: ExactDecimal(integer: Int(scale.value)))
    {
      mention.amount = Amount(point: value, significantDigits: mention.amount.significantDigits)
      unitSpan = scale.span
    }
    if mention.yearStart == nil, mention.yearEnd == nil, let years = years(column) {
      (mention.yearStart, mention.yearEnd) = (years.start, years.end)
    }
    mention.per = mention.per ?? name.per ?? row.label.per
    mention.kind = mention.kind ?? name.kind ?? row.label.kind ?? row.group.kind ?? context.caption.kind
    if mention.flowStatus == .unknown { mention.flowStatus = status(name) }
    mention.about = row.about(name.name)
    let sentence = rowSentence.sentence(around: cell)
    (mention.sentence, mention.sentenceSpan) = (sentence.text, sentence.span)
    mention.cell = Mention.TableCell(table: place, unit: unitSpan, share: share(of: column))
    addParties(to: &mention, in: column)
    return mention
  }

  private func string(_ span: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: context.bytes[span]), as: UTF8.self)
  }
}
