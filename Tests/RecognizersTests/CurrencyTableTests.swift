// Every word, code and sign of the currency table is read beside a number.
import Model
import Testing

@testable import Recognizers

@Suite struct CurrencyTableTests {
  private static let rows = ReferenceTables.currencySource.rows

  @Test func codesAreReadOnBothSides() {
    for row in Self.rows {
      let code = row.currency.code
      for text in ["They paid \(code) 3.5 million for it.", "They paid 3.5 million \(code) for it."] {
        #expect(Reader.mentions(text).map(\.currency) == [code], "\(text)")
      }
    }
  }

  @Test func wordsAreReadBehindNumbers() {
    for row in Self.rows {
      for word in row.words { expect(row, in: "They paid 3.5 million \(word) for it.") }
    }
  }

  @Test func adjectivesPickTheCurrency() {
    for row in Self.rows {
      guard let word = row.words.last(where: { !$0.contains(" ") && !$0.contains("'") }) else { continue }
      for adjective in row.adjectives where !adjective.contains(".") {
        let name = adjective.split(separator: " - ").joined(separator: "-")
        expect(row, in: "They paid 3.5 million \(name) \(word) for it.")
      }
    }
  }

  @Test func signsAreReadBeforeNumbers() {
    // Marks that stand only behind: "500/-".
    for row in Self.rows {
      for sign in row.signs where !sign.hasPrefix("/") { expect(row, in: "They paid \(sign)3.5 million for it.") }
    }
  }

  @Test func partsAreWorthWhatTheTableSays() throws {
    for row in Self.rows {
      for part in row.subunits where !part.text.contains(" ") && part.text.count > 1 {
        let text = "It cost 50 \(part.text) in all."
        let mention = try #require(Reader.mentions(text).first, "nothing read in: \(text)")
        let value = try ExactDecimal(mantissa: Int128(50 * part.multiplier), scale: part.power)
        if mention.currencyCandidates.isEmpty, mention.currency == row.currency.code {
          #expect(mention.amount.lower == value, "\(text)")
        }
      }
    }
  }

  private func expect(_ row: CurrencySource.Row, in text: String) {
    let mentions = Reader.mentions(text)
    #expect(mentions.count == 1, "\(text): \(mentions.map(\.surface))")
    let codes = mentions.flatMap { $0.currencyCandidates + [$0.currency].compactMap(\.self) }
    let isPast = row.currency.validTo != nil
    #expect(isPast || codes.contains(row.currency.code), "\(text) is read as \(codes)")
  }
}
