// The members of a mention or quantity, as the worker and `assay extract` write them.
import Formats
import Model

extension JSONLineWriter {
  /// What was read: surface, bounds, currency and the rest, null where the text gives none.
  mutating func reading(of mention: Mention) {
    member("surface", mention.surface)
    member("lower", mention.amount.lower?.description)
    member("upper", mention.amount.upper?.description)
    member("currency", mention.currency?.description)
    member("qualifier", mention.qualifier.rawValue)
    member("region", mention.region.rawValue)
    member("per", mention.per)
    member("currency_evidence", mention.currencyEvidence.rawValue)
    member("currency_basis", mention.currencyBasis?.rawValue)
    member("year_start", mention.yearStart)
    member("year_end", mention.yearEnd)
    member("payer", mention.payer?.name)
    member("payer_iso3", mention.payer?.iso3)
    member("payer_agency", mention.payer?.agency)
    member("payee", mention.payee?.name)
    member("payee_iso3", mention.payee?.iso3)
    member("payee_agency", mention.payee?.agency)
    member("kind", mention.kind?.rawValue)
    member("flow_status", mention.flowStatus.rawValue)
    member("about", mention.about)
    member("rule", mention.rule.description)
  }

  /// The same of a quantity.
  mutating func reading(of quantity: Quantity) {
    member("surface", quantity.surface)
    member("lower", quantity.amount.lower?.description)
    member("upper", quantity.amount.upper?.description)
    member("unit", quantity.unit)
    member("qualifier", quantity.qualifier.rawValue)
    member("region", quantity.region.rawValue)
    member("about", quantity.about)
    member("rule", quantity.rule.description)
  }

  mutating func member(_ key: StaticString, _ text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  mutating func member(_ key: StaticString, _ number: Int?) {
    self.key(key)
    if let number { integer(number) } else { null() }
  }
}
