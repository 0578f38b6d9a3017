// Every check there is: a new one is one file and one line here.
import Model

package enum ValidatorCatalogue {
  package static let documentChecks: [any DocumentCheck.Type] = [
    SpanRoundTrip.self,
    RangeInverted.self,
    ImplausibleAmount.self,
    MissingCurrency.self,
    CurrencyByDefault.self,
    CurrencyInForce.self,
    DistantElidedCurrency.self,
    YearOutsideHorizon.self,
    MentionsOutsideContent.self,
    DocumentWithoutDate.self,
    EmptyDocument.self,
  ]

  package static let factChecks: [any FactCheck.Type] = [
    RateMissing.self,
    ConversionOverflow.self,
    ConflictingAmounts.self,
  ]

  package static let datasetChecks: [any DatasetCheck.Type] = [
    TotalsReconcile.self,
    DuplicateDocument.self,
    QuarantinedFiles.self,
  ]

  /// What each check says of itself, in the order they run.
  package static var rules: [RuleDescription] {
    documentChecks.map { $0.rule } + factChecks.map { $0.rule } + datasetChecks.map { $0.rule }
  }

  /// The document checks that are not switched off, ready to run, in order.
  package static func documentChecks(rules: RuleChoices, currencies: CurrencyTable) -> [any DocumentCheck] {
    documentChecks.filter { rules.isEnabled($0.rule.id) }.map { $0.init(rules: rules, currencies: currencies) }
  }

  /// The fact checks that are not switched off, ready to run, in order.
  package static func factChecks(
    rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code
  ) -> [any FactCheck] {
    factChecks.filter { rules.isEnabled($0.rule.id) }.map {
      $0.init(rules: rules, currencies: currencies, reference: reference, reportingCurrency: reportingCurrency)
    }
  }

  /// The dataset checks that are not switched off, ready to run, in order.
  package static func datasetChecks(rules: RuleChoices) -> [any DatasetCheck] {
    datasetChecks.filter { rules.isEnabled($0.rule.id) }.map { $0.init(rules: rules) }
  }
}
