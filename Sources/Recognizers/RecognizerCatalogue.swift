// Every rule of the recognizers. A new way of writing money or quantities is one file and one line here.
import Model

package enum RecognizerCatalogue {
  static let amountRules: [any AmountRule.Type] = [
    CurrencyBeforeNumber.self, NumberBeforeCurrency.self, IndefiniteMagnitude.self, MajorAndMinor.self,
    AmountRange.self, NegativeAmount.self, SingleUnit.self, OldMoney.self, BrokenDecimal.self,
  ]

  static let quantityRules: [any QuantityRule.Type] = [
    QuantitiesInUnits.self, QuantitiesOfThings.self, QuantitiesOfHeads.self, QuantitiesOfMagnitude.self,
    QuantitiesWithArticle.self, QuantitiesInTwoUnits.self, QuantitiesInRanges.self,
  ]

  package static let rules: [RuleDescription] =
    amountRules.map { $0.rule } + [ElidedCurrency.rule, TableCells.rule, NumberOverflow.rule, DigitSlips.rule]
    + quantityRules.map { $0.rule } + [QuantitiesElided.rule]
}
