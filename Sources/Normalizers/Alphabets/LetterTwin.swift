// Letters of other alphabets that look like Latin ones, and how Russian is written in Latin letters.

/// A Cyrillic or Greek letter beside the Latin one.
enum LetterTwin {
  /// The Latin letter that looks like a Cyrillic one.
  static func latin(ofCyrillic scalar: UInt32) -> UInt32? { cyrillicToLatin[scalar] }
  /// The Cyrillic letter that looks like a Latin one.
  static func cyrillic(ofLatin scalar: UInt32) -> UInt32? { latinToCyrillic[scalar] }
  /// The Latin letter that looks like a Greek one.
  static func latin(ofGreek scalar: UInt32) -> UInt32? { greekToLatin[scalar] }
  /// The Greek letter that looks like a Latin one.
  static func greek(ofLatin scalar: UInt32) -> UInt32? { latinToGreek[scalar] }

  /// A Russian letter in the Latin letters of the Library of Congress (ALA-LC, 2012, without its diacritics).
  static func transliteration(of scalar: UInt32) -> [UInt8]? { transliterations[scalar] }

  /// Pairs that look alike in common typefaces (Unicode Technical Standard 39, confusables.txt): Cyrillic, Latin.
  private static let commonPairs = pairs("аaеeоoрpсcуyхxіiАAВBЕEКKМMНHОOРPСCТTУYХXІIёëЁËїïЇÏ")
  /// Letters of few languages, which stand for Latin ones only.
  private static let rarePairs = pairs("ѕsјjһhԛqԝwӏlЅSЈJԚQԜWҮYӀI")
  private static let greekPairs = pairs("οoνvιiκkυuαaΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXόó")

  private static let cyrillicToLatin = Dictionary(commonPairs + rarePairs) { first, _ in first }
  private static let latinToCyrillic = Dictionary(commonPairs.map { ($0.1, $0.0) }) { first, _ in first }
  private static let greekToLatin = Dictionary(greekPairs) { first, _ in first }
  private static let latinToGreek = Dictionary(greekPairs.map { ($0.1, $0.0) }) { first, _ in first }

  private static let transliterations: [UInt32: [UInt8]] = {
    let latin = [
      "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
      "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia",
    ]
    var table: [UInt32: [UInt8]] = [0x451: Array("e".utf8), 0x401: Array("E".utf8)]
    for (index, letters) in latin.enumerated() {
      table[0x430 + UInt32(index)] = Array(letters.utf8)
      table[0x410 + UInt32(index)] = Array((letters.prefix(1).uppercased() + letters.dropFirst()).utf8)
    }
    return table
  }()

  private static func pairs(_ text: String) -> [(UInt32, UInt32)] {
    let scalars = text.unicodeScalars.map(\.value)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
  }
}
