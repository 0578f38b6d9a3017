// The letters of languages, and how plausible they make bytes in an encoding.

/// The letters beyond ASCII that one language, or a few like it, writes with, and the encodings it is found in.
struct Alphabet: Sendable {
  let encodings: [String]
  /// Points of each letter, by scalar.
  private let points: [UInt32: Int]

  /// `frequent` and `rare` hold lower-case letters; their capitals count as well.
  private init(_ encodings: [String], frequent: String, rare: String = "") {
    self.encodings = encodings
    var points: [UInt32: Int] = [:]
    for (letters, value) in [(rare, 2), (frequent, 4)] {
      for scalar in letters.unicodeScalars { points[scalar.value] = value }
      for scalar in letters.uppercased().unicodeScalars where scalar.value >= 0x80 { points[scalar.value] = value - 1 }
    }
    self.points = points
  }

  /// Earlier ones win ties.
  static let all: [Alphabet] = {
    // Macintosh texts are rare, and the table has a letter for every sign of windows-1252: by declaration only.
    let western = ["windows-1252", "iso-8859-15"]
    let central = ["windows-1250", "iso-8859-2"]
    let baltic = ["windows-1257"]
    let cyrillic = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"]
    let russian = "оеаинтсрвлкмдпуяыьгзбчйх"
    return [
      Alphabet(western, frequent: "éèàùâêîôûëïçœ", rare: "üæÿ"),
      Alphabet(western, frequent: "äöüß", rare: "éèà"),
      Alphabet(western, frequent: "áéíóúñ¿¡", rare: "üªº"),
      Alphabet(western, frequent: "ãõáéíóúâêôàç", rare: "üªº"),
      Alphabet(western, frequent: "àèéìòù", rare: "íîóú"),
      Alphabet(western, frequent: "åäöæøé", rare: "üàèáðíóúýþ"),
      Alphabet(central, frequent: "ąćęłńóśźż"),
      Alphabet(central, frequent: "áčďéěíňóřšťúůýž", rare: "äľĺôŕ"),
      Alphabet(central, frequent: "áéíóöőúüű"),
      Alphabet(central, frequent: "ăâîşţ"),
      Alphabet(central, frequent: "čćđšž"),
      Alphabet(["windows-1254"], frequent: "çğıöşüİ", rare: "âîû"),
      Alphabet(baltic, frequent: "ąčęėįšųūž"),
      Alphabet(baltic, frequent: "āčēģīķļņšūž"),
      Alphabet(baltic, frequent: "äöõüšž"),
      Alphabet(cyrillic, frequent: russian, rare: "жшюцщэфъё"),
      Alphabet(["windows-1251", "koi8-u"], frequent: "оеаинтсрвлкмдпуяьгзбчйхіїє", rare: "жшюцщфґ"),
      Alphabet(["windows-1251", "iso-8859-5"], frequent: "оеаинтсрвлкмдпујгзбчх", rare: "жшцфђљњћџ"),
      Alphabet(["windows-1253", "iso-8859-7"], frequent: "αεηικλμνοπρστυςάέήίό", rare: "βγδζθξφχψωύώϊϋΐΰ"),
    ]
  }()

  /// Whether it is found in the encodings that hold where little tells them from others.
  var isWestern: Bool { encodings.first == "windows-1252" }

  /// The points of every byte beyond ASCII, read by `table`, in its neighbourhood.
  func score(_ bytes: ArraySlice<UInt8>, _ table: SingleByteTable) -> Int {
    var score = 0
    var before: UInt32 = 0x20
    for index in bytes.indices {
      let scalar = self.scalar(bytes[index], table)
      if bytes[index] >= 0x80 {
        let after = index + 1 < bytes.endIndex ? self.scalar(bytes[index + 1], table) : 0x20
        score += self.score(of: scalar, between: before, and: after)
      }
      before = scalar
    }
    return score
  }

  private func scalar(_ byte: UInt8, _ table: SingleByteTable) -> UInt32 {
    byte < 0x80 ? UInt32(byte) : table.scalars[Int(byte) - 0x80]
  }

  private func score(of scalar: UInt32, between before: UInt32, and after: UInt32) -> Int {
    if let points = points[scalar] {
      // A capital after a small letter is a sign of the wrong table, as with KOI8-R read as windows-1251.
      if isSmall(before) && isCapital(scalar) { return -4 }
      // So is a letter of another script beside a Latin one or a digit, as with "£450" read as IBM 866.
      if scalar >= 0x370 && (isPlainWord(before) || isPlainWord(after)) { return -4 }
      return isLetter(before) || isLetter(after) ? points : alone(scalar, between: before, and: after)
    }
    if scalar == 0xFFFD || scalar < 0xA0 { return -8 }
    if isLetter(scalar) { return -4 }
    let isInWord = isLetter(before) && isLetter(after)
    if Self.typography.contains(scalar) { return isInWord && !Self.joining.contains(scalar) ? -2 : 1 }
    return isInWord ? -6 : -3
  }

  /// A letter that is no part of a word is more often a sign of another table: "£5" is "Ł5" in windows-1250, and "£ 5"
  /// is "г 5" in IBM 866. Words of one letter (à, и) tell no more than a sign does.
  private func alone(_ scalar: UInt32, between before: UInt32, and after: UInt32) -> Int {
    if isPlainWord(before) || isPlainWord(after) { return -4 }
    return isCapital(scalar) ? 0 : 1
  }

  /// Signs that stand in the texts of any language: spaces, quotation marks, dashes, currencies and the like.
  private static let typography = Set(
    "\u{A0}\u{AD}«»“”„‘’‚–—…·•§°±©®™€£¥№½¼¾²³×†".unicodeScalars.map(\.value))
  /// Those of them that stand inside words.
  private static let joining = Set("\u{A0}\u{AD}’‘–—·…".unicodeScalars.map(\.value))

  private func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  /// ASCII letters and digits.
  private func isPlainWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private func isSmall(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  private func isCapital(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}
