// A place in a sentence that names a party: "the Tajik Interior Ministry", "to the World Bank", "it".
import Model

struct PartyPhrase {
  enum Naming {
    /// Index into the lexicon's parties.
    case known(Int16)
    /// A body whose state the sentence or the paragraph names; with its own by default, -1 for none.
    case body(Int16)
    /// An institution the lexicon does not know: the tokens of its name.
    case run(Range<Int>)
    /// It, the country, the ministry: a party named before.
    case pronoun(Grammar)
    case reference(Reference)
  }

  var tokens: Range<Int>
  var naming: Naming
  /// Index into the lexicon's names; -1 for none.
  var agency: Int16 = -1
  /// The preposition before it, that of the list it stands in included.
  var preposition = Grammar.none
  /// "Tajikistan's".
  var isPossessive = false
  /// A demonym before a noun that is no part of a state: "Polish factories".
  var isModifier = false
  /// Where things happen: a state, its capital or a demonym.
  var isPlace = false
  /// "Croatian port": what it describes can be paid for.
  var describesThing = false
  /// Only its capitals tell that it is a name.
  var isVague = false
  /// "British tycoon": people, no party.
  var isPersons = false
  /// A company: it buys and invests, and gives no aid.
  var isCompany = false
  /// Follows another party and "and" or a comma.
  var isListed = false

  var isPointer: Bool {
    switch naming {
    case .known, .run: false
    case .body, .pronoun, .reference: true
    }
  }
}
