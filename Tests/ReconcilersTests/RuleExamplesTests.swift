// Runs the examples that every rule of reconciling carries.
import Model
import Testing

@testable import Reconcilers

struct RuleExamplesTests {
  @Test func everyRuleShowsTwoExamplesThatActAndOneThatMustNot() {
    for rule in ReconcilerCatalogue.rules {
      #expect(rule.examples.count { $0.before != $0.after } >= 2, "\(rule.id) needs examples that act")
      #expect(rule.examples.contains { $0.before == $0.after }, "\(rule.id) needs an example that must not act")
      #expect(rule.stage == .reconcile)
    }
  }

  @Test func namesAreUnique() {
    let names = ReconcilerCatalogue.rules.map(\.id)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [AnnualAverageRates.rule, HistoricCurrencies.rule, ConstantPrices.rule])
  func conversionsAreAsShown(rule: RuleDescription) throws {
    for example in rule.examples {
      let outcome = try ConversionExample(example.before).outcome() ?? example.before
      #expect(outcome == example.after, "\(rule.id): \(example.before)")
    }
  }

  @Test(arguments: [RepeatedStatements.rule, CompatibleBounds.rule])
  func factsAreAsShown(rule: RuleDescription) throws {
    for example in rule.examples {
      #expect(try StatementExample.outcome(example.before) == example.after, "\(rule.id): \(example.before)")
    }
  }
}
