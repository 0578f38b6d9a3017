// Text misread on purpose in every code page comes back; clean text in many languages stays as it is.

import Model
import Testing

@testable import Normalizers

@Suite struct MojibakeTests {
  /// Sentences with what their languages have beyond ASCII.
  static let sentences = [
    "The ministry’s loan – worth £12 million – was “generous”, the café owner said.",
    "Le ministère a prêté 12 millions d’euros à l’hôpital où naîtra le projet « Été ».",
    "Die Verträge über 5 Millionen € für die Straße gehören geprüft, heißt es.",
    "A educação não receberá três milhões; são ações de São João, disse a irmã.",
    "El año pasado pagó 3 millones; ¿quién lo sabía? ¡Él mismo lo pidió en España!",
    "Państwowa spółka wydała trzysta milionów złotych na ścieżkę i źródła.",
    "Příští rok zaplatí město třicet milionů korun, řekl starosta Žďáru.",
    "Az önkormányzat tízmillió forintot fordít az út felújítására, ősszel.",
    "Şirket geçen yıl üç milyon lira ödedi; İstanbul’da ağaç dikildi.",
    "Правительство выделило 12 миллионов рублей на ремонт дороги, съёмку и школы.",
    "Уряд виділив їм десять мільйонів гривень на ремонт її лікарні.",
    "Ҳукумат барои роҳҳо панҷ миллион сомонӣ ҷудо кард, гуфт ӯ.",
    "Η κυβέρνηση έδωσε πέντε εκατομμύρια ευρώ για τον δρόμο.",
    "خصصت الحكومة خمسة ملايين دولار لإصلاح الطريق.",
    "政府拨款五百万元修路，工程明年开始。",
    "政府は道路の修理に五億円を出すと発表した。",
    "Chính phủ chi năm triệu đồng để sửa đường.",
  ]

  @Test func cleanSentencesStay() {
    for sentence in Self.sentences { #expect(repaired(sentence) == sentence) }
  }

  /// What is near to misread text and is not: capitals, quotes behind letters, signs, boxes, endings.
  @Test(arguments: [
    "NÃO HÁ VERBA PARA A EDUCAÇÃO; A IRMÃ E A MAÇÃ", "C O N C L U S Ã O", "ÂGE D’OR À L’ÎLE", "TODO MUNDO VÊ…",
    "CAFÉ’S “É” – “×” ± 5 °C", "José’s café™ and SMÅ® AB", "Úžas, Öž, VÄŽ, ÉŠ", "« Ça donné » – « l’été… »",
    "√π ≈ 1,77; ∆° 5",
    "Ôôô! ( ¬_¬ ) o¬o", "├──┤ ┌─┐ ══╗ ──┐", "В группе «В» Ваш Михаил, «Г»", "ПоздравЉено", "Його її лінії, Київ, Міста",
    "Η «Β» και «Γ» κατηγορία", "CASTĂ\u{A0} și NICIODATĂ ", "í´´ á§ 12", "Ráðið og góðæri, þá", "GRÖßE, STRAßE",
    "Tiếng Việt, Đường Nguyễn Huệ", "İŞÇİ ÜCRETİ, Ğ", "Århus, Ærø, Øster Å", "12 m², 5 m³, 3ª, 1º, n° 5, N° 7",
  ]) func likenessesStay(_ text: String) {
    #expect(repaired(text) == text)
  }

  @Test func everyPageIsUndone() {
    for sentence in Self.sentences {
      for page in CodePage.all {
        let misread = misread(sentence, page)
        #expect(repaired(misread) == sentence, "\(page.name) made \(misread)")
      }
    }
  }

  @Test func layersAreUndone() {
    let western = CodePage.all[0]
    for sentence in Self.sentences {
      let twice = misread(misread(sentence, western), western)
      #expect(repaired(twice) == sentence)
      #expect(repaired(misread(twice, western)) == sentence)
      for page in CodePage.all.prefix(4) {
        let mixed = misread(misread(sentence, page), western)
        #expect(repaired(mixed) == sentence, "\(page.name), then \(western.name) made \(mixed)")
      }
    }
  }

  @Test(arguments: [
    ("O preço subiu às 5, situação: dÃ³lar em alta, irmã", "O preço subiu às 5, situação: dólar em alta, irmã"),
    ("Ã  Paris le mÃ©tro va Ã Lyon", "à Paris le métro va à Lyon"),
    ("uma doaÃ§Ã£o Ã s escolas", "uma doação às escolas"),
    ("a sum of 5Â 000 euros", "a sum of 5 000 euros"),
    ("paid “5 million” â€œin cashâ€, he said", "paid “5 million” “in cash”, he said"),
    ("Ð´Ð¾Ñ€Ð¾Ð³Ð° Ñ‡ÐµÑ€ÐµÐ· Ð»Ðµ\u{D1}\u{FFFD}", "дорога через ле\u{FFFD}"),
  ]) func damagedStretchesAreUndone(_ text: String, _ expected: String) {
    #expect(cleaned(text, by: Normalizer(rules: RuleChoices()), as: .plain) == expected)
  }

  @Test func spansLeadBackToTheMisreadBytes() {
    let source = "pago de 5 â‚¬ a JosÃ© hoy"
    let text = Normalizer(only: [Mojibake.self]).cleaned(Text(verbatim: Array(source.utf8)), as: .plain)
    let clean = Array("pago de 5 € a José hoy".utf8)
    #expect(text.bytes == clean)
    let euro = 10..<13
    #expect(
      text.sourceRanges(of: euro).map { Array(source.utf8)[$0] }.map { String(decoding: $0, as: UTF8.self) } == ["â‚¬"])
    let name = 16..<21
    #expect(
      text.sourceRanges(of: name).map { String(decoding: Array(source.utf8)[$0], as: UTF8.self) }.joined() == "JosÃ©")
  }

  /// A line longer than one look is cut between words, and no part is repaired twice.
  @Test func longLinesAreUndoneInParts() {
    let source = String(repeating: "le mÃ©tro coÃ»te 12 millions dâ€™euros, ", count: 6_000)
    #expect(repaired(source) == String(repeating: "le métro coûte 12 millions d’euros, ", count: 6_000))
  }

  private func repaired(_ text: String) -> String { cleaned(text, by: Normalizer(only: [Mojibake.self]), as: .plain) }

  /// The text as it looks when its UTF-8 is read in a code page.
  private func misread(_ text: String, _ page: CodePage) -> String {
    let characters = Array(page.upperHalf.unicodeScalars)
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      let scalar = byte < 0x80 ? Unicode.Scalar(byte) : characters[Int(byte) - 0x80]
      result.append(scalar.value == 0xFFFD ? Unicode.Scalar(byte) : scalar)
    }
    return String(result)
  }
}
