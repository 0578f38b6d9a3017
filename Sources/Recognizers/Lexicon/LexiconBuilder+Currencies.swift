// The words of the currency table, read into a lexicon.
import Model

extension LexiconBuilder {
  /// Adds one way of writing currencies; a second row with the same words adds candidates.
  mutating func addCurrency(
    _ text: String, codes: [Currency.Code], form: CurrencyWord.Form, divisorPower: Int, capitalsOnly: Bool = false
  ) {
    let entry = index(of: FoldedHash.of(text))
    let known = lexemes[Int(entry)].currencyWord
    if known >= 0 { return extendCurrencyWord(known, with: codes) }
    let word = addCurrencyWord(
      CurrencyWord(candidates: codes, form: form, divisorPower: divisorPower, isCapitalsOnly: capitalsOnly))
    edit(text) {
      $0.roles.insert(.currency)
      $0.currencyWord = word
    }
    addAnchor(text, capitalsOnly: capitalsOnly)
  }

  /// Adds a sign, found by its exact bytes; letters in it are written as given.
  mutating func addCurrencySign(_ text: String, codes: [Currency.Code], divisorPower: Int = 0) {
    guard text.utf8.count > 1 || text == "$" else { return }
    if let known = signs.first(where: { $0.bytes == Array(text.utf8) }) {
      return extendCurrencyWord(lexemes[Int(known.lexeme)].currencyWord, with: codes)
    }
    let word = addCurrencyWord(CurrencyWord(candidates: codes, form: .sign, divisorPower: divisorPower))
    let entry = index(of: FoldedHash.of("sign " + text))
    edit("sign " + text) {
      $0.roles.insert(.currency)
      $0.currencyWord = word
    }
    addSign(text, lexeme: entry)
  }

  mutating func addAdjective(_ text: String, _ code: Currency.Code) {
    let entry = index(of: FoldedHash.of(text))
    let known = lexemes[Int(entry)].adjective
    if known >= 0 { return extendAdjective(known, with: code) }
    let adjective = addAdjective([code])
    edit(text) {
      $0.roles.insert(.adjective)
      $0.adjective = adjective
    }
  }

  /// Adds every word, code, sign and adjective of the table, usual currencies first.
  mutating func read(_ table: CurrencySource) {
    let capitalsOnly = Set(table.ambiguousWords.filter { $0 == $0.uppercased() && $0.utf8.count == 3 })
    for row in table.rows.sorted(by: { $0.currency.precedes($1.currency) }) {
      let code = row.currency.code
      let isCapitalsOnly = capitalsOnly.contains(code.description)
      addCurrency(code.description, codes: [code], form: .code, divisorPower: 0, capitalsOnly: isCapitalsOnly)
      // "50p": one letter is a sign, but found as a word.
      for (sign, power) in row.subunitSigns where sign.utf8.count == 1 {
        addCurrency(sign, codes: [code], form: .sign, divisorPower: power)
      }
      for word in row.words { addCurrency(word, codes: [code], form: .word, divisorPower: 0) }
      for (word, power) in row.subunits { addCurrency(word, codes: [code], form: .word, divisorPower: power) }
      for sign in row.signs { addCurrencySign(sign, codes: [code]) }
      for (sign, power) in row.subunitSigns { addCurrencySign(sign, codes: [code], divisorPower: power) }
      for adjective in row.adjectives { addAdjective(adjective, code) }
    }
    for word in table.ambiguousWords where !capitalsOnly.contains(word) {
      edit(word) { $0.roles.insert(.ambiguous) }
      // "Fr", "MT": a sign of letters is found by its bytes, as written.
      for sign in [word, word + "."] where signs.contains(where: { $0.bytes == Array(sign.utf8) }) {
        edit("sign " + sign) { $0.roles.insert(.ambiguous) }
      }
    }
  }
}
