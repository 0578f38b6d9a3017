// The words of the currency table, read into a lexicon.
import Model

extension LexiconBuilder {
  /// Adds one way of writing currencies; a second row with the same words adds candidates.
  mutating func addCurrency(_ text: String, _ word: CurrencyWord) {
    let entry = index(of: FoldedHash.of(text))
    let known = lexemes[Int(entry)].currencyWord
    if known >= 0 { return extendCurrencyWord(known, with: word) }
    let added = addCurrencyWord(word)
    edit(text) {
      $0.roles.insert(.currency)
      $0.currencyWord = added
    }
    addAnchor(text, capitalsOnly: word.isCapitalsOnly)
  }

  /// Adds a sign, found by its exact bytes; letters in it are written as given.
  mutating func addCurrencySign(_ text: String, _ word: CurrencyWord) {
    if text.utf8.count == 1, let letter = text.utf8.first, letter != UInt8(ascii: "$") {
      if letter &- 0x41 < 26, word.divisorPower == 0 { addLetterSign(letter, word) }
      return
    }
    if let known = signLexeme(text) { return extendCurrencyWord(known.currencyWord, with: word) }
    addSign(text, Lexeme(roles: [.currency], currencyWord: addCurrencyWord(word)))
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

  /// An adjective that picks no currency: "gold francs".
  mutating func addPlainAdjective(_ text: String) {
    let adjective = addAdjective([])
    edit(text) {
      $0.roles.insert(.adjective)
      $0.adjective = adjective
    }
  }

  /// Adds every word, code, sign and adjective of the table, usual currencies first.
  mutating func read(_ table: CurrencySource) {
    let capitalsOnly = Set(
      table.ambiguousWords.filter { $0.utf8.count == 3 && $0.utf8.allSatisfy { 0x41...0x5A ~= $0 } })
    for row in table.rows.sorted(by: { $0.currency.precedes($1.currency) }) {
      addCodes(of: row, isCapitalsOnly: capitalsOnly.contains(row.currency.code.description))
      addWords(of: row)
      for adjective in row.adjectives { addAdjective(adjective, row.currency.code) }
    }
    for word in table.ambiguousWords where !capitalsOnly.contains(word) {
      edit(word) { $0.roles.insert(table.nameWords.contains(word) ? .nameToo : .ambiguous) }
      // "Fr", "MT": a sign of letters is found by its bytes, as written.
      for sign in [word, word + "."] { editSign(sign) { $0.roles.insert(.ambiguous) } }
    }
  }

  /// "USD", and as northern reports write thousands and millions, "KUSD", "TUSD" and "MUSD".
  private mutating func addCodes(of row: CurrencySource.Row, isCapitalsOnly: Bool) {
    let code = row.currency.code.description
    addCurrency(code, row.word(.code, isCapitalsOnly: isCapitalsOnly))
    guard !isCapitalsOnly, row.currency.validTo == nil else { return }
    for (letter, factor) in [("K", 1000), ("T", 1000), ("M", 1_000_000)] as [(String, Int64)] {
      addCurrency(letter + code, row.word(.code, multiplier: factor, isCapitalsOnly: true))
    }
  }

  private mutating func addWords(of row: CurrencySource.Row) {
    // "50p": one letter is a sign, but found as a word.
    for sign in row.subunitSigns where sign.text.utf8.count == 1 { addCurrency(sign.text, row.word(.sign, of: sign)) }
    for word in row.words where !word.contains(where: { "'’-".contains($0) }) { addCurrency(word, row.word(.word)) }
    // "pa'anga" and "d-mark" are no single tokens, and are found by their bytes.
    for word in row.words where word.contains(where: { "'’-".contains($0) }) {
      addCurrencySign(word, row.word(.word))
    }
    for part in row.subunits + row.multiples where !part.isSign {
      addCurrency(part.text, part.isCode ? row.word(.code, of: part, isCapitalsOnly: true) : row.word(.word, of: part))
    }
    for sign in row.signs { addCurrencySign(sign, row.word(.sign)) }
    for sign in row.subunitSigns { addCurrencySign(sign.text, row.word(.sign, of: sign)) }
    for sign in row.multiples where sign.isSign {
      addCurrencySign(sign.text, row.word(sign.isReported ? .code : .sign, of: sign))
    }
  }
}

extension CurrencySource.Row {
  /// What a word or sign of the row says.
  fileprivate func word(
    _ form: CurrencyWord.Form, of part: CurrencySource.Part? = nil, multiplier: Int64 = 1, isCapitalsOnly: Bool = false
  ) -> CurrencyWord {
    CurrencyWord(
      candidates: [currency.code], form: form, divisorPower: part?.power ?? 0,
      multiplier: part?.multiplier ?? multiplier, groupsWithDots: groupsWithDots, isCapitalsOnly: isCapitalsOnly)
  }
}
