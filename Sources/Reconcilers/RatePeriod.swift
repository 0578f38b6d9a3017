// The year whose average rate converts an amount, and what decided it.
import Model

struct RatePeriod: Sendable, Hashable {
  let year: Int
  let basis: Conversion.PeriodBasis

  init(year: Int, basis: Conversion.PeriodBasis) {
    self.year = year
    self.basis = basis
  }

  /// The last year the mention states, else the year of the document; nil where neither is known.
  init?(of mention: Mention, date: PartialDate?, dateBasis: Document.DateBasis?) {
    if let year = mention.yearEnd ?? mention.yearStart {
      self.init(year: year, basis: Self.basis(of: mention.yearBasis, dateBasis))
    } else if let date, let dateBasis {
      self.init(year: date.year, basis: Self.basis(of: dateBasis))
    } else {
      return nil
    }
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
