// A mention with its identity and place as bytes and back. Conversions come after the store and are not kept.
import Model

/// What the mentions of one record share.
private struct SharedParts {
  var candidates: [[Currency.Code]] = []
  var rules: [RuleID] = []
}

extension RecordWriter {
  /// Writes the mentions of a document; a sentence of several is written once.
  package mutating func write(_ mentions: [IdentifiedMention]) {
    var shared = SharedParts()
    write(UInt64(mentions.count))
    for place in mentions.indices {
      let isShared =
        place > 0 && mentions[place].mention.sentenceSpan == mentions[place - 1].mention.sentenceSpan
        && mentions[place].mention.sentence == mentions[place - 1].mention.sentence
      write(mentions[place].id)
      write(list: mentions[place].sourceRanges) { $0.write($1) }
      write(list: mentions[place].unitRanges) { $0.write($1) }
      write(mentions[place].line)
      write(mentions[place].mention, sharesSentence: isShared, shared: &shared)
    }
  }

  private mutating func write(_ mention: Mention, sharesSentence: Bool, shared: inout SharedParts) {
    write(mention.span)
    write(mention.surface)
    write(sharesSentence ? nil : mention.sentence) { $0.write($1) }
    write(mention.sentenceSpan)
    write(mention.region)
    writeReading(mention, shared: &shared)
    write(mention.payer) { $0.write($1) }
    write(mention.payee) { $0.write($1) }
    write(mention.kind) { $0.write($1) }
    write(mention.flowStatus)
    write(mention.about)
    write(mention.rule, seen: &shared.rules) { $0.write($1) }
    write(mention.cell) { $0.write($1) }
  }

  private mutating func write(_ cell: Mention.TableCell) {
    write(cell.table)
    write(cell.unit) { $0.write($1) }
    write(cell.share)
  }

  private mutating func writeReading(_ mention: Mention, shared: inout SharedParts) {
    write(mention.amount.lower) { $0.write($1) }
    write(mention.amount.upper) { $0.write($1) }
    write(mention.amount.significantDigits)
    write(mention.qualifier)
    write(mention.currency) { $0.write($1) }
    write(mention.currencyEvidence)
    write(mention.currencyBasis) { $0.write($1) }
    write(mention.currencyCandidates, seen: &shared.candidates) { $0.write(list: $1) { $0.write($1) } }
    write(mention.per) { $0.write($1) }
    write(mention.priceBasis)
    write(mention.yearStart) { $0.write($1) }
    write(mention.yearEnd) { $0.write($1) }
    write(mention.yearBasis)
  }

  private mutating func write(_ party: Mention.Party) {
    write(party.name)
    write(party.iso3) { $0.write($1) }
    write(party.agency) { $0.write($1) }
  }
}

extension RecordReader {
  /// Mentions of one sentence share its text.
  package mutating func identifiedMentions(of documentID: String) throws(CorruptRecord) -> [IdentifiedMention] {
    var sentence: String?
    var shared = SharedParts()
    return try list { (reader) throws(CorruptRecord) in
      let mention = try reader.identifiedMention(of: documentID, sentence: sentence, shared: &shared)
      sentence = mention.mention.sentence
      return mention
    }
  }

  private mutating func identifiedMention(
    of documentID: String, sentence: String?, shared: inout SharedParts
  ) throws(CorruptRecord) -> IdentifiedMention {
    let id = try text()
    let ranges = try list { (reader) throws(CorruptRecord) in try reader.range() }
    let unitRanges = try list { (reader) throws(CorruptRecord) in try reader.range() }
    let line = try integer()
    let mention = try mention(sharing: sentence, shared: &shared)
    return IdentifiedMention(
      id: id, documentID: documentID, mention: mention, sourceRanges: ranges, unitRanges: unitRanges, line: line)
  }

  // Arguments are evaluated in the order they are written, which is the order they were encoded in.
  private mutating func mention(
    sharing sentence: String?, shared: inout SharedParts
  ) throws(CorruptRecord) -> Mention {
    Mention(
      span: try range(), surface: try text(), sentence: try self.sentence(or: sentence), sentenceSpan: try range(),
      region: try word(Region.Role.self), amount: try amount(), qualifier: try word(Qualifier.self),
      currency: try optional { (reader) throws(CorruptRecord) in try reader.code() },
      currencyEvidence: try word(Mention.CurrencyEvidence.self),
      currencyBasis: try optional { (reader) throws(CorruptRecord) in try reader.word(Mention.CurrencyBasis.self) },
      currencyCandidates: try value(seen: &shared.candidates) { (reader) throws(CorruptRecord) in
        try reader.list { (reader) throws(CorruptRecord) in try reader.code() }
      },
      per: try optional { (reader) throws(CorruptRecord) in try reader.text() },
      priceBasis: try word(Mention.PriceBasis.self), yearStart: try optionalInteger(), yearEnd: try optionalInteger(),
      yearBasis: try word(Mention.YearBasis.self),
      payer: try optionalParty(), payee: try optionalParty(),
      kind: try optional { (reader) throws(CorruptRecord) in try reader.word(Mention.Kind.self) },
      flowStatus: try word(Mention.FlowStatus.self), about: try text(),
      rule: try value(seen: &shared.rules) { (reader) throws(CorruptRecord) in try reader.rule() },
      cell: try optionalCell())
  }

  private mutating func optionalCell() throws(CorruptRecord) -> Mention.TableCell? {
    try optional { (reader) throws(CorruptRecord) in
      let table = try reader.integer()
      let unit = try reader.optional { (reader) throws(CorruptRecord) in try reader.range() }
      return Mention.TableCell(table: table, unit: unit, share: try reader.word(Mention.TableCell.Share.self))
    }
  }

  mutating func sentence(or shared: String?) throws(CorruptRecord) -> String {
    let written = try optional { (reader) throws(CorruptRecord) in try reader.text() }
    guard let sentence = written ?? shared else { throw corrupt() }
    return sentence
  }

  mutating func amount() throws(CorruptRecord) -> Amount {
    let lower = try optional { (reader) throws(CorruptRecord) in try reader.decimal() }
    let upper = try optional { (reader) throws(CorruptRecord) in try reader.decimal() }
    return Amount(lower: lower, upper: upper, significantDigits: try integer())
  }

  private mutating func optionalInteger() throws(CorruptRecord) -> Int? {
    try optional { (reader) throws(CorruptRecord) in try reader.integer() }
  }

  private mutating func optionalParty() throws(CorruptRecord) -> Mention.Party? {
    try optional { (reader) throws(CorruptRecord) in
      let name = try reader.text()
      let iso3 = try reader.optional { (reader) throws(CorruptRecord) in try reader.text() }
      let agency = try reader.optional { (reader) throws(CorruptRecord) in try reader.text() }
      return Mention.Party(name: name, iso3: iso3, agency: agency)
    }
  }
}
