// How often a stretch uses the standing phrases of page furniture, and whether it speaks of money.

import Model

/// Counts of known phrases in one unit, each phrase once.
struct PhraseTally {
  private(set) var boilerplate = 0
  private(set) var navigation = 0
  private(set) var speaksOfMoney = false

  /// Phrases begin at the beginning of a word; case is ignored.
  init(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var seen: UInt64 = 0
    var isInside = false
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "$") || byte == 0xE2 && Self.isCurrencySign(at: index, in: bytes, range.upperBound)
        || byte == 0xC2 && index + 1 < range.upperBound && (0xA2...0xA5).contains(bytes[index + 1])
      {
        speaksOfMoney = true
      }
      let isInk = byte >= 0x80 || Byte.isAlphanumeric(byte)
      if !isInside, isInk || byte == UInt8(ascii: "("), index + 1 < range.upperBound,
        Self.seconds[Int(Byte.lowercased(byte))] & (1 << UInt32(bytes[index + 1] & 31)) != 0
      {
        count(at: index, in: bytes, range.upperBound, &seen)
      }
      isInside = isInk
    }
  }

  private static func isCurrencySign(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    index + 2 < end && bytes[index + 1] == 0x82 && bytes[index + 2] >= 0xA0
  }

  private mutating func count(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ seen: inout UInt64
  ) {
    for phrase in Self.table[Int(Byte.lowercased(bytes[index]))] where seen & (1 << phrase.number) == 0 {
      guard index + phrase.text.count <= end,
        (1..<phrase.text.count).allSatisfy({ Byte.lowercased(bytes[index + $0]) == phrase.text[$0] })
      else { continue }
      switch phrase.sense {
      case .money: speaksOfMoney = true
      case .boilerplate: boilerplate += 1
      case .navigation: navigation += 1
      }
      seen |= 1 << phrase.number
    }
  }

  private enum Sense { case boilerplate, navigation, money }

  private struct Phrase {
    var text: [UInt8]
    var sense: Sense
    var number: UInt64
  }

  /// The phrases by their first byte.
  private static let table: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 256)
    var number: UInt64 = 0
    for (sense, phrases) in [(Sense.boilerplate, boilerplatePhrases), (.navigation, navigationPhrases)] {
      for phrase in phrases {
        let text = Array(phrase.utf8)
        table[Int(text[0])].append(Phrase(text: text, sense: sense, number: number))
        number += 1
      }
    }
    for word in moneyWords {
      let text = Array(word.utf8)
      table[Int(text[0])].append(Phrase(text: text, sense: .money, number: 63))
    }
    return table
  }()

  /// For each first byte, the second bytes of its phrases by their lower five bits, which case does not touch.
  private static let seconds: [UInt32] = table.map { phrases in
    phrases.reduce(0) { $0 | 1 << UInt32($1.text[1] & 31) }
  }

  private static let boilerplatePhrases = [
    "all rights reserved", "copyright", "©", "(c) 19", "(c) 20", "public domain", "creative commons", "licensed under",
    "unauthorized reproduction", "strictly prohibited", "is a publication of", "terms of use", "terms of service",
    "privacy policy", "cookie policy", "we use cookies", "uses cookies", "comment form", "quick comment", "your email",
    "anti-spam", "spam check", "please contact", "contact us", "on subscribing", "our newsletter", "site maintenance",
    "powered by", "use the full form", "sign up for", "text format", "telephone:", "fax:", "email:", "contact:",
  ]

  private static let navigationPhrases = [
    "log in", "login", "sign in", "create account", "about us", "skip to", "email this", "printer-friendly",
    "printed from", "comment on this", "send by email", "print view", "share this", "read more", "follow us",
    "continued on page", "continued from page", "advertisement", "back to top", "more stories", "related articles",
  ]

  private static let moneyWords = [
    "million", "billion", "trillion", "dollar", "euro", "pound sterling", "ruble", "rouble", "cents", "usd", "eur",
    "руб", "млн", "млрд", "доллар", "евро",
  ]
}
