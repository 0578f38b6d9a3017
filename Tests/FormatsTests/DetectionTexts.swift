// Texts written for detection, and the encodings each must be read in when nothing declares one.
@testable import Formats

enum DetectionTexts {
  private static let russian = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"] + utf16
  private static let western = ["windows-1252"] + utf16
  private static let central = ["windows-1250", "iso-8859-2"] + utf16
  private static let utf16 = ["utf-16le", "utf-16be"]

  /// Language, text, encodings.
  static let all: [(language: String, text: String, encodings: [String])] = [
    (
      "ru", "Правительство выделило 50 млн рублей на ремонт моста. Работы начнутся в июле, сообщили в министерстве.",
      russian
    ),
    ("ru", "Мост закрыт.", russian),
    ("ru", "<p>See also: <b>Цены на хлеб выросли</b> (table 3, page 12)</p>", russian),
    (
      "uk", "Уряд виділив кошти на ремонт мосту, повідомили в міністерстві. Її вартість 5 млн гривень.",
      ["windows-1251", "koi8-u"] + utf16
    ),
    (
      "bg", "Правителството отпусна пет милиона лева за ремонта на моста, който свързва двата бряга.",
      ["windows-1251"] + utf16
    ),
    (
      "sr", "Влада је издвојила пет милиона динара за поправку моста, саопштило је министарство.",
      ["windows-1251", "iso-8859-5"] + utf16
    ),
    ("tg", "Ҳукумат барои таъмири пул панҷ миллион сомонӣ ҷудо кард.", utf16),
    (
      "pl", "Rząd przeznaczył 5 milionów złotych na budowę mostu, który połączy obie części miasta. Źródło: gazeta.",
      central
    ),
    ("pl", "Most jest zamknięty.", central),
    ("cs", "Vláda uvolnila pět milionů korun na opravu mostu. Práce začnou příští měsíc, oznámil úřad.", central),
    ("sk", "Vláda uvoľnila päť miliónov na opravu mosta. Práce sa začnú budúci týždeň.", central),
    (
      "hu", "A kormány ötmillió forintot szánt a híd felújítására. A munkák jövőre kezdődnek, közölte a minisztérium.",
      central
    ),
    ("hr", "Vlada je izdvojila pet milijuna kuna za obnovu mosta, što će omogućiti lakši život.", central),
    (
      "fr", "Le gouvernement a alloué 5 millions de francs à la réparation du pont, où les dégâts étaient élevés.",
      western
    ),
    ("fr", "Le cœur du problème, c'est le coût : 5 millions d'euros.", western + ["iso-8859-15"]),
    ("en", "The officer’s “final” price – £450 million – was agreed at the café.", western),
    ("en", "It was a fa\u{E7}ade.", western),
    (
      "de", "Die Brücke kostet 5 Mio. €, sagte der Präsident. Größere Schäden gäbe es nicht.", western + ["iso-8859-15"]
    ),
    ("de", "Die Behörde sprach von »erheblichen« Mängeln an der Straße.", western),
    ("es", "El año pasado la reparación costó 5 millones; ¿quién lo pagó? Nadie respondió.", western),
    ("pt", "A reparação da ponte custou 5 milhões, mas não se sabe quem os pagará.", western),
    ("sv", "Regeringen anslog fem miljoner kronor för att laga bron, men det räcker inte långt.", western),
    ("da", "Regeringen afsatte fem millioner kroner til broen, så den kan stå færdig næste år.", western),
    ("fi", "Hallitus myönsi viisi miljoonaa markkaa sillan korjaukseen, mutta työt eivät ole alkaneet.", western),
    ("is", "Ríkisstjórnin veitti fimm milljónum króna til viðgerðar á brúnni, sagði ráðherra.", western),
    (
      "tr", "Hükümet köprünün onarımı için 5 milyon lira ayırdı, açıklandı. İşler başlıyor, çalışıyor.",
      ["windows-1254"] + utf16
    ),
    (
      "lt", "Vyriausybė skyrė penkis milijonus tilto remontui, darbai prasidės kitą mėnesį, pranešė žurnalistai.",
      ["windows-1257"] + utf16
    ),
    ("el", "Η κυβέρνηση διέθεσε πέντε εκατομμύρια για την επισκευή της γέφυρας.", utf16),
    ("el", "Το υπουργείο ανακοίνωσε ότι οι εργασίες αρχίζουν τον Ιούλιο και η γέφυρα θα κλείσει.", ["windows-1253"]),
    ("ja", "政府は橋の修理に五億円を出すと発表した。これは昨年より多い。", ["shift_jis", "euc-jp"] + utf16),
    ("ja", "橋は閉鎖中です。", ["shift_jis", "euc-jp"]),
    ("zh", "政府表示，将拨款五亿元用于修建桥梁，工程将于明年开始。这个项目很重要。", ["gb18030"] + utf16),
    ("zh", "大桥已经关闭。", ["gb18030"]),
    ("zh", "預算案在立法會通過，政府將撥款五億元興建大橋，工程明年開始。", ["big5"] + utf16),
    ("ko", "정부는 다리를 고치는 데 오억 원을 쓰겠다고 발표했다. 공사는 내년에 시작된다.", ["euc-kr"] + utf16),
    ("en", "The ministry gave $5 million.\r\nIt was too little.\r\n", utf16),
  ]

  /// The bytes of a text; nil where the encoding has no bytes for some character.
  static func encoded(_ text: String, _ name: String) -> [UInt8]? {
    if name.hasPrefix("utf-16") {
      return text.utf16.flatMap { unit in
        name == "utf-16be" ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    }
    let iconv = TextEncoding.multiByteNames[name] ?? TextEncoding.converterNames[name] ?? name.uppercased()
    guard let converter = CharacterConverter(to: iconv) else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let character = converter.bytes(of: scalar.value) else { return nil }
      bytes += character
    }
    return bytes
  }
}
