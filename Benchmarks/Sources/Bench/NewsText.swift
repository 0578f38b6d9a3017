// Writes news that never happened: headline, date, paragraphs of sentences, and an amount of money now and then.

/// One stream of articles; the same seed gives the same bytes.
struct NewsText {
  private let words: Vocabulary
  /// Bytes from one amount to the next, on average.
  private let moneySpacing: Int
  private var random: SeededGenerator
  private var bytes: [UInt8] = []
  private var nextMoney: Int
  private let sentences: [[Slot]]
  private let moneySentences: [[Slot]]

  init(vocabulary: Vocabulary, seed: UInt64, moneySpacing: Int) {
    words = vocabulary
    self.moneySpacing = moneySpacing
    random = SeededGenerator(seed: seed)
    nextMoney = moneySpacing / 2
    sentences = Slot.sentences(Self.patterns)
    moneySentences = Slot.sentences(Self.moneyPatterns)
  }

  /// An article of at least `size` bytes.
  mutating func article(of size: Int) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(size + 4096)
    // What is left of the way to the next amount goes on into this article.
    for slot in Slot.sentences("The a n: N to v n in P")[0] { append(slot) }
    bytes += "\n\n".utf8
    for slot in Slot.sentences("D M Y")[0] { append(slot) }
    bytes += "\n\n".utf8
    while bytes.count < size { paragraph() }
    nextMoney -= bytes.count
    return bytes
  }

  private mutating func paragraph() {
    for index in 0..<(2 + random.below(4)) {
      if index > 0 { bytes.append(0x20) }
      sentence()
    }
    bytes += "\n\n".utf8
  }

  private mutating func sentence() {
    let isMoney = bytes.count >= nextMoney
    let patterns = isMoney ? moneySentences : sentences
    for slot in patterns[random.below(patterns.count)] { append(slot) }
    if isMoney { nextMoney += moneySpacing / 2 + random.below(moneySpacing) }
  }

  private mutating func append(_ slot: Slot) {
    switch slot {
    case .literal(let text): bytes += text
    case .noun: append(oneOf: words.nouns)
    case .plural: append(oneOf: words.plurals)
    case .verb: append(oneOf: words.verbs)
    case .past: append(oneOf: words.pastVerbs)
    case .participle: append(oneOf: words.participles)
    case .adjective: append(oneOf: words.adjectives)
    case .adverb: append(oneOf: words.adverbs)
    case .lastName: append(oneOf: words.lastNames)
    case .place: append(oneOf: words.places)
    case .body: append(oneOf: words.bodies)
    case .month: append(oneOf: words.months)
    case .person:
      append(oneOf: words.firstNames)
      bytes.append(0x20)
      append(oneOf: words.lastNames)
    case .day: append(1 + random.below(28))
    case .year: append(1985 + random.below(40))
    case .percentage:
      append(random.below(90) + 1)
      bytes.append(0x2E)
      append(random.below(10))
    case .count: appendGrouped(20 + random.below(60) * random.below(3000))
    case .money: money()
    }
  }

  private mutating func append(oneOf list: [[UInt8]]) { bytes += list[random.skewed(list.count)] }

  private mutating func append(_ number: Int) { bytes += String(number).utf8 }

  private mutating func appendGrouped(_ number: Int) {
    guard number >= 1000 else { return append(number) }
    append(number / 1000)
    bytes.append(0x2C)
    bytes += String(number % 1000 + 1000).utf8.dropFirst()
  }

  /// An amount as newspapers write them; a range is one mention.
  private mutating func money() {
    let scale = ["million", "million", "billion"][random.below(3)]
    let whole = 1 + random.below(600)
    let decimals = random.below(3) == 0 ? ".\(1 + random.below(9))" : ""
    switch random.below(10) {
    case 0...2: bytes += "$\(whole)\(decimals) \(scale)".utf8
    case 3: bytes += "€\(whole)\(decimals) \(scale)".utf8
    case 4: bytes += "£\(whole)\(decimals)\(scale == "million" ? "m" : "bn")".utf8
    case 5: bytes += "\(whole)\(decimals) \(scale) euros".utf8
    case 6: bytes += "\(whole) \(scale) rubles".utf8
    case 7: bytes += "between $\(whole) million and $\(whole + 1 + random.below(90)) million".utf8
    case 8: bytes += "more than US$\(whole),\(100 + random.below(900))".utf8
    default: bytes += "\(whole) \(scale) dollars".utf8
    }
  }

  /// One sentence a line. A letter alone stands for a word: see `Slot`.
  private static let patterns = """
    The a n of P g the n on D M, the B said.
    “We r v the n,” N told reporters in P, “and the s will v before the end of the a n.”
    According to a a n by the B, the n g r after the s had g the n in Y.
    N, who has led the n since Y, g that the s should not v the a n.
    About F per cent of the s in P g the a n, up from F percent a year before.
    But the n did not v, and the s of the a n remained in P for several weeks.
    In M Y the B g the n for C s, most of them in P and the a s around it.
    “It’s a a n,” said L, w the n for a a n that nobody had expected to v.
    The s have r g the n, although the B – which had g the n since Y – g the a s.
    More than C people g the n at the a n near P, where s were w the n.
    Its n, a a n with C s, was g by N and other s of the n.
    When the n g in M, the s of P had already g the a n and the a n.
    The B did not immediately v the n; the n in P g it r.
    N and N are expected to v the a s on D M, the n of the B said.
    Under the n, s would v a a n and g s would v the n within three years.
    L also g the n’s s, w that a a n could v the s of the n.
    At least C s were g in the n, and another C remained without a n, L said.
    Since Y the n has g F% of its s, but the a s do not v it.
    It was the a n that g the s, not the n.
    The n, first g by the B in Y, will r v the a s of P, P and P.
    """

  private static let moneyPatterns = """
    The B g $ for the a n in P.
    The n of the a s cost $, L said.
    N g that the s would v $ in Y.
    “The n was worth $,” N said on D M.
    P g $ to v the n, the B said.
    """
}

/// A place in a sentence to be filled.
enum Slot {
  case literal([UInt8])
  case noun, plural, verb, past, participle, adjective, adverb
  case person, lastName, place, body, month, day, year, percentage, count, money

  private static let letters: [Character: Slot] = [
    "n": .noun, "s": .plural, "v": .verb, "g": .past, "w": .participle, "a": .adjective, "r": .adverb, "N": .person,
    "L": .lastName, "P": .place, "B": .body, "M": .month, "D": .day, "Y": .year, "F": .percentage, "C": .count,
    "$": .money,
  ]

  /// The sentences of a text of patterns, one a line. A letter that stands alone is a slot; “a” is an adjective, except
  /// before another “a”, where it is the article.
  static func sentences(_ patterns: String) -> [[Slot]] { patterns.split(separator: "\n").map { sentence(Array($0)) } }

  private static func sentence(_ characters: [Character]) -> [Slot] {
    var slots: [Slot] = []
    var literal: [UInt8] = []
    for (index, character) in characters.enumerated() {
      let isAlone =
        (index == 0 || !(characters[index - 1].isLetter || characters[index - 1] == "’"))
        && (index + 1 == characters.count || !characters[index + 1].isLetter)
      let isArticle =
        character == "a" && (characters.dropFirst(index + 1).first == " ") && isArticle(at: index, characters)
      guard let slot = letters[character], isAlone, !isArticle else {
        literal += Array(String(character).utf8)
        continue
      }
      if !literal.isEmpty { slots.append(.literal(literal)) }
      literal = []
      slots.append(slot)
    }
    return literal.isEmpty ? slots : slots + [.literal(literal)]
  }

  private static func isArticle(at index: Int, _ characters: [Character]) -> Bool {
    let next = characters.dropFirst(index + 2).prefix(2)
    return next.first == "a" && next.last == " "
  }
}
