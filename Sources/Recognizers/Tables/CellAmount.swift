// The amount a cell states, before the unit of its table: "1,234", "1.2 million", "10–15", "~500".
import Model

struct CellAmount {
  var surface: Range<Int>
  var lower: ExactDecimal
  /// Differs from `lower` in a range.
  var upper: ExactDecimal
  var significantDigits: Int
  var qualifier: Qualifier = .exact
  /// The cell names its own scale.
  var isScaled = false

  /// The amount of a cell that is a number and nothing else.
  init?(_ number: CellNumber, mark: UInt8?, in text: UnsafeBufferPointer<UInt8>) {
    guard !number.isPercent, let read = DecimalMark.value(number.digits, in: text, mark: mark) else { return nil }
    surface = number.surface
    lower = number.isNegative ? -read.value : read.value
    upper = lower
    significantDigits = read.significantDigits
  }

  /// The amount of a cell that begins with a digit or a hedge, without a currency: a number with its scale, or a range.
  init?(spelled cell: Range<Int>, mark: UInt8?, in sentence: Sentence) {
    let text = sentence.text
    guard cell.count <= Self.longest, cell.contains(where: { Bytes.isDigit(text[$0]) }) else { return nil }
    sentence.read(cell)
    guard let start = sentence.tokens.indices.first(where: { sentence.isNumber($0) }),
      let first = NumberReader.number(in: sentence, at: start)
    else { return nil }
    var end = first.end
    var last = first
    if sentence.isDash(end), let second = NumberReader.number(in: sentence, at: end + 1) {
      (last, end) = (second, second.end)
    }
    guard end == sentence.count || Self.areMarks(sentence.tokens[end].start..<cell.upperBound, in: text),
      let low = Self.value(first, of: sentence, mark), let high = Self.value(last, of: sentence, mark)
    else { return nil }
    surface = sentence.span(start..<end)
    (lower, upper) = (low, high)
    significantDigits = max(first.significantDigits, last.significantDigits)
    isScaled = last.scale > 1
    if end > first.end {
      guard let shared = Self.shared(low, first, last), shared < high else { return nil }
      lower = shared
      qualifier = .range
      guard start == 0 else { return nil }
    } else if start > 0 {
      let reading = Reading(
        tokens: start..<end, amount: Amount(point: low, significantDigits: significantDigits), mark: nil,
        rule: TableCells.self, specificity: 0)
      qualifier = Hedges.read(reading, in: sentence).qualifier
      // What stands before the number is a hedge, or it is not the number of the cell.
      guard qualifier != .exact else { return nil }
    } else {
      guard isScaled else { return nil }
    }
  }

  private static let longest = 48

  private static func areMarks(_ rest: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    FootnoteMarks.fill(rest, in: text)
  }

  /// "10–15 million": the first end takes the scale of the second.
  private static func shared(_ low: ExactDecimal, _ first: NumberPhrase, _ last: NumberPhrase) -> ExactDecimal? {
    guard first.scale == 1, last.scale > 1 else { return low }
    return try? low.multiplied(by: ExactDecimal(integer: Int(last.scale)))
  }

  private static func value(_ number: NumberPhrase, of sentence: Sentence, _ mark: UInt8?) -> ExactDecimal? {
    guard mark != nil, number.isDigits, number.end == number.start + 1 else { return number.value }
    let token = sentence.tokens[number.start]
    return DecimalMark.value(token.start..<token.end, in: sentence.text, mark: mark)?.value
  }
}
