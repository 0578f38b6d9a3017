// Words of two alphabets, and words that are mixed for a reason.

import Model
import Testing

@testable import Normalizers

@Suite struct MixedAlphabetTests {
  @Test(arguments: [
    ("the tоtal сost", "the total cost"),
    ("un mоntant de 5 milliоns", "un montant de 5 millions"),
    ("wysоkość 3 miliоnów", "wysokość 3 milionów"),
    ("выдeлил 5 миллиoнов", "выделил 5 миллионов"),
    ("Мacква выделила", "Масква выделила"),
    ("маблағи қaрз", "маблағи қарз"),
    ("Vоеnnaиа mysl’", "Voennaia mysl’"),
    ("Ekоnomiчeskaia gazeta", "Ekonomicheskaia gazeta"),
    ("a loan fοr schools", "a loan for schools"),
    ("το δάνειo για σχολεία", "το δάνειο για σχολεία"),
  ]) func mixedWordsAreSpelledInOne(_ text: String, _ expected: String) {
    #expect(repaired(text) == expected)
  }

  @Test(arguments: [
    "С-300, S-300, Ту-154", "Wi-Fi-роутер и USB-кабель", "K. Marx, К. Маркс", "СССР, CCCP", "Δt, μm, IFNγ, TNFα, ν",
    "купил iPhoneа", "послал SMSку", "ЗаVтра и КуZбасс", "в 2G/3G-сетях", "HIV/ВИЧ", "the word «мир» means peace",
  ]) func wordsMixedOnPurposeStay(_ text: String) {
    #expect(repaired(text) == text)
  }

  private func repaired(_ text: String) -> String {
    cleaned(text, by: Normalizer(only: [MixedAlphabets.self]), as: .plain)
  }
}
