// What a lexicon says of one word or phrase.
import Model

/// The parts a word can play; one word may play several ("a" is an article and a per-word).
struct Roles: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// one … nineteen, and digits as words: adds to a number.
  static let unit = Roles(rawValue: 1 << 0)
  /// twenty … ninety.
  static let tens = Roles(rawValue: 1 << 1)
  /// hundred, 十, 百, 千: multiplies what stands before it inside a group.
  static let multiplier = Roles(rawValue: 1 << 2)
  /// thousand, million, 万, 亿: closes a group.
  static let scale = Roles(rawValue: 1 << 3)
  /// m, bn, k: a scale only after digits.
  static let scaleAbbreviation = Roles(rawValue: 1 << 4)
  /// millions, tens: a magnitude without a number.
  static let magnitude = Roles(rawValue: 1 << 5)
  /// half, quarter.
  static let fraction = Roles(rawValue: 1 << 6)
  /// dozen, couple, score: a number that may be counted.
  static let collective = Roles(rawValue: 1 << 7)
  static let article = Roles(rawValue: 1 << 8)
  static let and = Roles(rawValue: 1 << 9)
  static let of = Roles(rawValue: 1 << 10)
  static let point = Roles(rawValue: 1 << 11)
  /// A currency word, code or sign.
  static let currency = Roles(rawValue: 1 << 12)
  /// american, сша: picks among the currencies that share a word.
  static let adjective = Roles(rawValue: 1 << 13)
  /// Needs more evidence than standing beside a number: won, real, all.
  static let ambiguous = Roles(rawValue: 1 << 14)
  static let hedge = Roles(rawValue: 1 << 15)
  static let hedgeAfter = Roles(rawValue: 1 << 16)
  /// to: joins the ends of a range or a movement.
  static let to = Roles(rawValue: 1 << 17)
  static let between = Roles(rawValue: 1 << 18)
  static let from = Roles(rawValue: 1 << 19)
  /// rise, fell: what goes from one amount to another.
  static let movement = Roles(rawValue: 1 << 20)
  static let per = Roles(rawValue: 1 << 21)
  /// year, barrel: what an amount is often paid for each of.
  static let perUnit = Roles(rawValue: 1 << 22)
  /// annually: per and unit in one word.
  static let perAdverb = Roles(rawValue: 1 << 23)
  static let month = Roles(rawValue: 1 << 24)
  /// another: announces an amount whose currency stands nearby.
  static let further = Roles(rawValue: 1 << 25)
  /// in, for, on: may follow an amount whose currency is left out; a noun may not.
  static let follower = Roles(rawValue: 1 << 26)
  static let kind = Roles(rawValue: 1 << 27)
  static let status = Roles(rawValue: 1 << 28)
  static let stop = Roles(rawValue: 1 << 29)
  static let abbreviation = Roles(rawValue: 1 << 30)
  static let yearStart = Roles(rawValue: 1 << 31)
  static let yearEnd = Roles(rawValue: 1 << 32)
  static let yearIn = Roles(rawValue: 1 << 33)
  /// invest, pay: makes a bare magnitude money.
  static let moneyVerb = Roles(rawValue: 1 << 34)
  /// Words of weight beside "pounds".
  static let weight = Roles(rawValue: 1 << 35)
  static let yearUnit = Roles(rawValue: 1 << 36)
  /// A determiner or possessive that may stand between hedge and number without meaning.
  static let filler = Roles(rawValue: 1 << 37)
  /// May stand before a number, as a sign does: 人民币, ringgit.
  static let prefixed = Roles(rawValue: 1 << 38)
  /// Begins a longer phrase of the lexicon.
  static let opensPhrase = Roles(rawValue: 1 << 39)

  /// while, but: what stands before belongs to another clause.
  static let clauseBreak = Roles(rawValue: 1 << 40)
  /// that year: the year named last.
  static let thatYear = Roles(rawValue: 1 << 41)
  static let or = Roles(rawValue: 1 << 42)
  /// May stand between an amount and its year.
  static let timeFiller = Roles(rawValue: 1 << 44)
  /// earlier, ago: "a year" before it is a time, not a unit.
  static let timeOrder = Roles(rawValue: 1 << 45)
  /// several, few: a bare scale behind it is indefinite.
  static let vague = Roles(rawValue: 1 << 46)
  /// third, tenth: an ordinal too, and a fraction only before "of".
  static let ordinalPart = Roles(rawValue: 1 << 47)
  /// dollar, cent: a currency word that "a" may count.
  static let counted = Roles(rawValue: 1 << 48)
  /// fine, fee, note: what pounds are of, or a hyphenated amount names, when they are money.
  static let moneyNoun = Roles(rawValue: 1 << 49)
  /// section, figure: what a number with a letter behind it labels.
  static let label = Roles(rawValue: 1 << 50)
  /// is, was: what follows in brackets is no aside.
  static let copula = Roles(rawValue: 1 << 51)
  /// negative, minus: makes the amount behind it negative.
  static let negative = Roles(rawValue: 1 << 52)
  /// not, without: takes back what follows.
  static let denial = Roles(rawValue: 1 << 53)
  /// for, at, just: what stands before a price.
  static let priceWord = Roles(rawValue: 1 << 54)
  /// shilling, penny and their letters: a coin of old money, its value in farthings.
  static let oldCoin = Roles(rawValue: 1 << 55)
  /// sixpence: so many old pence in one word.
  static let penceWord = Roles(rawValue: 1 << 57)
  /// lowest, other: what is compared with something named before.
  static let rival = Roles(rawValue: 1 << 58)
  /// gained, lost: goes by one amount to another, where the second is far greater.
  static let shift = Roles(rawValue: 1 << 59)
  /// rand, kina: a name too, but with a capital.
  static let nameToo = Roles(rawValue: 1 << 60)
  /// million-dollar question: worded like an amount, and none.
  static let idiom = Roles(rawValue: 1 << 61)
  /// my, your: whose.
  static let possessive = Roles(rawValue: 1 << 62)
  /// in, constant: what stands before a year, not before so many dollars.
  static let priceYear = Roles(rawValue: 1 << 63)
  /// expressed, figures: what a unit of the figures to come is named for.
  static let caption = Roles(rawValue: 1 << 56)
  /// Makes its sentence worth reading.
  static let anchor = Roles(rawValue: 1 << 43)

  static let spelled: Roles = [.unit, .tens, .multiplier, .scale, .fraction, .collective]
}

/// One entry, all its roles together.
struct Lexeme: Sendable {
  var roles: Roles = []
  /// Value of a number word, scale, magnitude (its lower bound) or fraction (its denominator).
  var value: Int64 = 0
  /// Index into the lexicon's currency words.
  var currencyWord: Int32 = -1
  /// Index into the lexicon's adjective sets.
  var adjective: Int32 = -1
  var qualifier: Qualifier = .exact
  /// Index into the lexicon's strings: the unit's name for `perUnit`.
  var name: Int32 = -1
  var kind: Mention.Kind = .other
  var status: Mention.FlowStatus = .unknown
}

/// A word or sign that names one or several currencies.
struct CurrencyWord: Sendable, Hashable {
  enum Form: Sendable { case sign, code, word }

  /// The currencies it may mean, the usual one first.
  var candidates: [Currency.Code]
  var form: Form
  /// Parts of the major unit it names, as a power of ten: 2 for cents, 0 for dollars, 8 for satoshi.
  var divisorPower: Int = 0
  /// How many of those parts it is: 5 for a nickel or a fiver, 1 for most.
  var multiplier: Int64 = 1
  /// Whether its countries group thousands with dots and state no thousandths: "Rp 50.000" is fifty thousand.
  var groupsWithDots = false
  /// Whether it is written only in capitals when it means money.
  var isCapitalsOnly = false

  /// The currency it means; nil where it may mean several.
  var only: Currency.Code? { candidates.count == 1 ? candidates[0] : nil }
}
