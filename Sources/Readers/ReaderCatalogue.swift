// Every rule of stage 1.
import Model

package enum ReaderCatalogue {
  package static let rules: [RuleDescription] = [
    EmptyFile.rule, BinaryFile.rule, SourceFile.unreadableRule, SourceFile.oversizedRule, DeclaredEncoding.rule,
    GuessedEncoding.rule, UndecodableBytes.rule,
  ]
}
