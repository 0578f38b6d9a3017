// Units of measure and the nouns of counted things: what the rules of quantities know of words.

/// What a word is to a quantity; one word may be several things.
struct NounRoles: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// Names a unit of measure.
  static let unit = NounRoles(rawValue: 1 << 0)
  static let person = NounRoles(rawValue: 1 << 1)
  /// people, police: persons in the plural without an ending that tells it.
  static let personPlural = NounRoles(rawValue: 1 << 12)
  /// long, old: along what a unit is measured.
  static let dimension = NounRoles(rawValue: 1 << 13)
  /// said: follows a new subject.
  static let reporting = NounRoles(rawValue: 1 << 14)
  /// dead, wounded: persons without a noun.
  static let personAdjective = NounRoles(rawValue: 1 << 2)
  /// contingent, crowd: what "-strong" tells the size of.
  static let group = NounRoles(rawValue: 1 << 3)
  /// A plural whose singular is not told by rule.
  static let irregular = NounRoles(rawValue: 1 << 4)
  /// Ends in -s and is no plural noun.
  static let noPlural = NounRoles(rawValue: 1 << 5)
  /// A plural that stands before another noun: arms dealers.
  static let pluralModifier = NounRoles(rawValue: 1 << 6)
  /// May stand between number and noun although it ends a phrase elsewhere.
  static let inner = NounRoles(rawValue: 1 << 7)
  static let phraseEnd = NounRoles(rawValue: 1 << 8)
  /// page, room: the number behind it is a name.
  static let numbered = NounRoles(rawValue: 1 << 9)
  /// Counted behind a hyphen: a six-lane road.
  static let inCompound = NounRoles(rawValue: 1 << 10)
  /// Begins a longer phrase.
  static let opensPhrase = NounRoles(rawValue: 1 << 11)
}

/// One word or phrase, all its roles together.
struct Noun: Sendable {
  var roles: NounRoles = []
  /// Index into the lexicon's units.
  var unit: Int32 = -1
  /// Index into the lexicon's singulars.
  var singular: Int32 = -1
}

struct MeasureUnit: Sendable {
  /// As published: `km`, `percent`, `year`.
  var name: String
  var dimension: Dimension
  /// "a year", "a mile" may be measured.
  var takesArticle: Bool
  /// The smaller unit it is counted on in: a year has 12 months.
  var part: (unit: Int32, count: Int)?

  enum Dimension: String, Sendable {
    case angle, area, charge, concentration, consumption, count, current, data, energy, force, frequency, image, length,
      light, mass, power, pressure, radiation, share, sound, speed, temperature, time, torque, voltage, volume
  }
}

/// Built once from data files; read concurrently.
final class QuantityLexicon: Sendable {
  /// A unit's sign: found by its exact bytes.
  struct Symbol: Sendable {
    /// Its bytes, and the index of its unit.
    let sign: Sign
    /// It is a unit only directly behind digits: "12V".
    let isGlued: Bool
  }

  let units: FixedTable<MeasureUnit>
  let singulars: [String]
  /// Words of units that an article may measure: "a year".
  let articled: [String]
  /// Endings of plural nouns in capitals that name peoples.
  let peopleEndings: FixedTable<Sign>
  /// Lines that could not be read; a test holds them empty.
  let faults: [String]
  private let words: WordIndex
  /// The first stands for unknown words.
  private let nouns: FixedTable<Noun>
  private let symbols: FixedTable<FixedTable<Symbol>>

  init(_ builder: QuantityLexiconBuilder) {
    units = FixedTable(builder.units)
    singulars = builder.singulars
    articled = builder.articled
    peopleEndings = FixedTable(builder.peopleEndings.map { Sign(bytes: Array($0.utf8), lexeme: 0) })
    faults = builder.faults
    let entries = builder.nouns.sorted { $0.key < $1.key }
    nouns = FixedTable([Noun()] + entries.map(\.value))
    words = WordIndex(Dictionary(uniqueKeysWithValues: zip(entries.map(\.key), 1...)))
    symbols = FixedTable(
      (0...255).map { first in
        FixedTable(builder.symbols.filter { $0.sign.bytes.first == first }.sorted { $0.sign.count > $1.sign.count })
      })
  }

  /// What is known of a word or phrase by its folded hash; no roles for an unknown one.
  @inline(__always)
  func noun(_ hash: UInt64) -> Noun { nouns[Int(words[hash])] }

  /// The signs that begin with a byte, longest first.
  func symbols(from byte: UInt8) -> FixedTable<Symbol> { symbols[Int(byte)] }

  func unit(_ noun: Noun) -> MeasureUnit? { noun.unit >= 0 ? units[Int(noun.unit)] : nil }
}
