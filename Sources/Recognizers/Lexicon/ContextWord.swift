// What a word does for telling who pays whom.
import Model

/// The parts a word can play in a clause beside its roles in amounts; one word may play several.
struct Parts: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// A state, an institution or a part of one.
  static let party = Parts(rawValue: 1 << 0)
  /// A verb of payment.
  static let frame = Parts(rawValue: 1 << 1)
  /// bridge, car: what costs or is sold.
  static let thing = Parts(rawValue: 1 << 2)
  /// use, transit: what rent is paid for.
  static let use = Parts(rawValue: 1 << 3)
  /// government, companies: stands for the state named before it.
  static let head = Parts(rawValue: 1 << 4)
  /// Ltd, Foundation: makes a name an institution's.
  static let organisation = Parts(rawValue: 1 << 5)
  /// Mr, President: a person's name follows.
  static let title = Parts(rawValue: 1 << 6)
  static let givenName = Parts(rawValue: 1 << 7)
  /// Capitalized at the beginning of a sentence only.
  static let commonNoun = Parts(rawValue: 1 << 8)
  /// suggested, insisted: "that" and a subject of its own may follow.
  static let mandative = Parts(rawValue: 1 << 9)
  /// worth, totaling: stands between a noun and its amount as "of" does.
  static let link = Parts(rawValue: 1 << 10)
  /// programme, package: a cost of one's own, aid for others.
  static let programme = Parts(rawValue: 1 << 11)
  /// plc, GmbH: the end of a company's name, in any letters.
  static let legalForm = Parts(rawValue: 1 << 12)
  /// the country, the ministry: a party named before.
  static let reference = Parts(rawValue: 1 << 13)
  /// last year, since then.
  static let relativeYear = Parts(rawValue: 1 << 15)
  /// plan, offer: a noun as often as a verb.
  static let nounToo = Parts(rawValue: 1 << 16)
  /// tycoon, striker: who is no institution, whatever country they are of.
  static let person = Parts(rawValue: 1 << 17)
  /// born, passed: a year behind it tells when that was.
  static let event = Parts(rawValue: 1 << 18)
  /// Begins a longer phrase.
  static let opensPhrase = Parts(rawValue: 1 << 14)
  /// Whatever a token may be that is not looked up by itself: a number, a sign.
  static let unknown = Parts(rawValue: .max).subtracting(.opensPhrase)
}

/// What kind of party a word such as "the country" points back to.
enum Reference: String, Sendable { case none, state, body, company }

/// One entry of the context lexicon, all its parts together.
struct ContextWord: Sendable {
  var parts: Parts = []
  var grammar: Grammar = .none
  var reference: Reference = .none
  /// Index into the lexicon's frames.
  var frame: UInt8 = 0
  /// Of a thing: what its price is.
  var thing: Mention.Kind = .other
  /// Years from the document's to the one it means, or `since`.
  var shift: Int8 = 0
  /// Index into the lexicon's meanings of names; -1 for none.
  var sense: Int16 = -1

  /// A shift that means "since the year named last".
  static let since: Int8 = 127
}
