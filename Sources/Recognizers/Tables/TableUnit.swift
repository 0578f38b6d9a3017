// The unit of a cell: the statement nearest to it that names a currency, and the scale that goes with it.
import Model

/// What one place of a table states, and where.
struct StatedUnit {
  var statement: UnitStatement
  /// Bytes of its phrase.
  var span: Range<Int>?
  /// Bytes of all phrases of the place that state a unit, in one language after the other.
  var spans: [Range<Int>]

  static let nothing = StatedUnit(statement: .nothing, span: nil, spans: [])

  private init(statement: UnitStatement, span: Range<Int>?, spans: [Range<Int>]) {
    self.statement = statement
    self.span = span
    self.spans = spans
  }

  init(_ text: TableText, at place: UnitStatement.Place, _ words: TableWords) {
    let (statement, phrases) = UnitStatement.read(text, at: place, words)
    self.statement = statement
    span = statement.phrase.map { text.span($0.tokens) }
    spans = phrases.map { text.span($0) }
  }

  /// The same without its scale.
  var unscaled: StatedUnit {
    guard case .money(var phrase) = statement else { return .nothing }
    phrase.scale = nil
    return StatedUnit(statement: .money(phrase), span: span, spans: spans)
  }
}

struct TableUnit {
  var mark: CurrencyMark
  /// One where none is stated.
  var scale: Int64
  var per: String?
  /// Bytes where the currency was read.
  var span: Range<Int>

  /// The unit that statements give together, the nearest to the cell first; nil where none names a currency, or one
  /// nearer to the cell says that it is no money.
  static func resolved(_ statements: [StatedUnit], _ lexicon: Lexicon) -> TableUnit? {
    for (index, stated) in statements.enumerated() {
      switch stated.statement {
      case .other, .rate: return nil
      case .nothing, .scale: continue
      case .money(let phrase):
        guard let mark = phrase.mark, let span = stated.span else { continue }
        // A scale nearer than the currency is the scale of the cell; one that contradicts it is of something else.
        let nearer = statements[..<index].compactMap { scaleAlone($0) }.first
        if let nearer, let own = phrase.scale, nearer != own { return nil }
        let scale = nearer ?? phrase.scale ?? farther(statements[(index + 1)...], mark, lexicon) ?? 1
        return TableUnit(mark: mark, scale: scale, per: phrase.per, span: span)
      }
    }
    return nil
  }

  private static func scaleAlone(_ stated: StatedUnit) -> Int64? {
    if case .scale(let phrase) = stated.statement { return phrase.scale }
    return nil
  }

  /// The scale that a farther statement gives alone or for the same currency.
  private static func farther(
    _ statements: ArraySlice<StatedUnit>, _ mark: CurrencyMark, _ lexicon: Lexicon
  ) -> Int64? {
    for stated in statements {
      switch stated.statement {
      case .scale(let phrase): return phrase.scale
      case .money(let phrase):
        guard let other = phrase.mark, other.agrees(with: mark, lexicon) else { return nil }
        if let scale = phrase.scale { return scale }
      case .nothing, .other, .rate: continue
      }
    }
    return nil
  }

  /// The scale that statements give an amount which names its currency itself.
  static func scale(
    of mention: Mention, in statements: [StatedUnit], _ lexicon: Lexicon
  ) -> (value: Int64, span: Range<Int>)? {
    for stated in statements {
      guard let span = stated.span else { continue }
      switch stated.statement {
      case .other, .rate: return nil
      case .nothing: continue
      case .scale(let phrase): return phrase.scale.map { ($0, span) }
      case .money(let phrase):
        guard let mark = phrase.mark, let code = mention.currency, mark.candidates(lexicon).contains(code) else {
          return nil
        }
        if let scale = phrase.scale { return (scale, span) }
      }
    }
    return nil
  }

  /// An amount of a cell in the major unit; nil beyond 38 digits.
  func value(_ stated: ExactDecimal, isScaled: Bool) -> ExactDecimal? {
    let scaled = isScaled || scale == 1 ? stated : try? stated.multiplied(by: ExactDecimal(integer: Int(scale)))
    return scaled.flatMap { AmountArithmetic.major($0, mark) }
  }
}
