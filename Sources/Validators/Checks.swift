// The three kinds of checks. A new check is one file that conforms to one of these and one line in the catalogue.
import Model

/// Looks at one document and what was read from it, beside stages 1–3.
///
/// Must be cheap on big texts: it looks at the mentions and their places, and never walks the whole text.
package protocol DocumentCheck: Sendable {
  static var rule: RuleDescription { get }

  init(rules: RuleChoices, currencies: CurrencyTable)

  /// `mentions` are all that were recognized, in the order of the text, those outside the content too.
  func findings(for document: Document, mentions: [Mention]) -> [Finding]

  /// The same for its quantities; most checks have nothing to say of them.
  func findings(for document: Document, quantities: [Quantity]) -> [Finding]
}

extension DocumentCheck {
  package func findings(for document: Document, quantities: [Quantity]) -> [Finding] { [] }
}

/// Looks at the converted mentions and the facts of one document.
package protocol FactCheck: Sendable {
  static var rule: RuleDescription { get }

  init(rules: RuleChoices, currencies: CurrencyTable, reference: ReferenceData, reportingCurrency: Currency.Code)

  /// Each finding with the mention it is about; nil for the document.
  func findings(for facts: [Fact], mentions: [IdentifiedMention]) -> [(finding: Finding, mentionID: String?)]
}

/// Looks at the whole dataset.
package protocol DatasetCheck: Sendable {
  static var rule: RuleDescription { get }

  init(rules: RuleChoices)

  /// Each finding with the document it is about; nil for the dataset.
  func findings(for summary: DatasetSummary) -> [(finding: Finding, documentID: String?)]
}
