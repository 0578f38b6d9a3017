// A quantity with its identity and place as bytes and back.
import Model

extension RecordWriter {
  /// Writes the quantities of a document; a sentence of several is written once.
  package mutating func write(_ quantities: [IdentifiedQuantity]) {
    var previous: Quantity?
    write(list: quantities) { writer, identified in
      writer.write(identified, after: previous)
      previous = identified.quantity
    }
  }

  private mutating func write(_ identified: IdentifiedQuantity, after previous: Quantity?) {
    let quantity = identified.quantity
    write(identified.id)
    write(list: identified.sourceRanges) { $0.write($1) }
    write(quantity.span)
    write(quantity.surface)
    let isShared = previous?.sentenceSpan == quantity.sentenceSpan && previous?.sentence == quantity.sentence
    write(isShared ? nil : quantity.sentence) { $0.write($1) }
    write(quantity.sentenceSpan)
    write(quantity.region)
    write(quantity.amount.lower) { $0.write($1) }
    write(quantity.amount.upper) { $0.write($1) }
    write(quantity.amount.significantDigits)
    write(quantity.qualifier)
    write(quantity.unit)
    write(quantity.about)
    write(quantity.rule)
  }
}

extension RecordReader {
  /// Quantities of one sentence share its text.
  package mutating func identifiedQuantities(of documentID: String) throws(CorruptRecord) -> [IdentifiedQuantity] {
    var sentence: String?
    return try list { (reader) throws(CorruptRecord) in
      let id = try reader.text()
      let ranges = try reader.list { (reader) throws(CorruptRecord) in try reader.range() }
      let quantity = try reader.quantity(sharing: sentence)
      sentence = quantity.sentence
      return IdentifiedQuantity(id: id, documentID: documentID, quantity: quantity, sourceRanges: ranges)
    }
  }

  // Arguments are evaluated in the order they are written, which is the order they were encoded in.
  private mutating func quantity(sharing sentence: String?) throws(CorruptRecord) -> Quantity {
    Quantity(
      span: try range(), surface: try text(), sentence: try self.sentence(or: sentence), sentenceSpan: try range(),
      region: try word(Region.Role.self), amount: try amount(), qualifier: try word(Qualifier.self), unit: try text(),
      about: try text(), rule: try rule())
  }
}
