// Every rule of reconciling: a new way of agreeing is one file and one line here.
import Model

package enum ReconcilerCatalogue {
  /// What each rule says of itself, in the order they act.
  package static let rules: [RuleDescription] = [
    AnnualAverageRates.rule,
    HistoricCurrencies.rule,
    ConstantPrices.rule,
    RepeatedStatements.rule,
    CompatibleBounds.rule,
  ]
}
