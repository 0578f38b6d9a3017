// The year whose average rate converts an amount, and what decided it.
import Model

struct RatePeriod: Sendable, Hashable {
  let year: Int
  let basis: Conversion.PeriodBasis

  /// The last year the mention states, else the year of the document; nil where neither is known.
  static func period(of mention: Mention, date: PartialDate?, dateBasis: Document.DateBasis?) -> RatePeriod? {
    if let year = mention.yearEnd ?? mention.yearStart {
      return RatePeriod(year: year, basis: basis(of: mention.yearBasis, dateBasis))
    }
    guard let date, let dateBasis else { return nil }
    return RatePeriod(year: date.year, basis: basis(of: dateBasis))
  }

  /// "Last year" rests on what the document's date rests on.
  private static func basis(
    of year: Mention.YearBasis, _ date: Document.DateBasis?
  ) -> Conversion.PeriodBasis {
    switch year {
    case .stated: .stated
    case .antecedent: .antecedent
    case .document: date.map { basis(of: $0) } ?? .stated
    }
  }

  private static func basis(of date: Document.DateBasis) -> Conversion.PeriodBasis {
    switch date {
    case .printed: .documentPrinted
    case .inferred: .documentInferred
    case .metadata, .url, .configured: .sourceMetadata
    }
  }
}
