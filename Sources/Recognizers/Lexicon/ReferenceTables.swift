// The tables compiled into the binary.
import Model

package enum ReferenceTables {
  static let currencySource = CurrencySource(
    table: String(decoding: PackageResources.currencies_tsv, as: UTF8.self),
    ambiguous: String(decoding: PackageResources.ambiguous_words_tsv, as: UTF8.self))

  /// Every currency the program knows, current and historic.
  package static let currencies = CurrencyTable(currencySource.rows.map(\.currency))

  /// Every country, by its codes.
  package static let countries = Countries(table: String(decoding: PackageResources.countries_tsv, as: UTF8.self))

  /// The words of headers and labels of tables.
  static let tableWords = TableWords(table: String(decoding: PackageResources.tables_tsv, as: UTF8.self))

  /// The lexicon of every language; scripts keep most words apart.
  static let lexicon: Lexicon = {
    var lexicon = LexiconBuilder()
    lexicon.read(currencySource)
    for (name, bytes) in languageFiles { lexicon.read(bytes, named: name) }
    lexicon.anchorPhrases()
    return Lexicon(lexicon)
  }()

  /// What tells who pays whom, and the names of those who do.
  static let contextLexicon: ContextLexicon = {
    var lexicon = ContextLexiconBuilder()
    lexicon.read(PackageResources.en_context_lexicon, named: "en-context.lexicon")
    lexicon.readParties(
      countries: PackageResources.countries_tsv, institutions: PackageResources.institutions_tsv,
      leaders: PackageResources.leaders_tsv)
    return ContextLexicon(lexicon)
  }()

  /// Units of measure and nouns of counted things.
  static let quantityLexicon: QuantityLexicon = {
    var lexicon = QuantityLexiconBuilder()
    lexicon.read(units: String(decoding: PackageResources.units_tsv, as: UTF8.self))
    lexicon.read(nouns: PackageResources.en_nouns_lexicon, named: "en-nouns.lexicon")
    return QuantityLexicon(lexicon)
  }()

  private static let languageFiles: [(String, [UInt8])] = [
    ("en.lexicon", PackageResources.en_lexicon), ("ru.lexicon", PackageResources.ru_lexicon),
    ("zh.lexicon", PackageResources.zh_lexicon),
  ]
}
