// Every rule of every stage, and the tables they are read against.
import Model
import Normalizers
import Readers
import Recognizers
import Reconcilers
import Validators

package enum Rulebook {
  /// All rules, by stage and id.
  package static let rules: [RuleDescription] = {
    let all =
      ReaderCatalogue.rules + NormalizerCatalogue.rules + RecognizerCatalogue.rules + ReconcilerCatalogue.rules
      + ValidatorCatalogue.rules
    let order = RuleDescription.Stage.allCases
    return all.sorted {
      let (left, right) = (order.firstIndex(of: $0.stage) ?? 0, order.firstIndex(of: $1.stage) ?? 0)
      return left != right ? left < right : $0.id < $1.id
    }
  }()

  /// The compiled-in currencies.
  package static var currencies: CurrencyTable { ReferenceTables.currencies }

  /// The description of `pipeline.json` for these rules.
  package static let pipelineKeys = PipelineKeys(rules: rules, currencies: currencies)
}
