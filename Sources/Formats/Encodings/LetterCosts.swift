// What each pair of characters costs in a language.

struct LetterCosts: Sendable {
  /// The letters of the language, then those of English where it has another alphabet, then the kinds of signs.
  private let letters: [UInt32]
  private let byLetter: [UInt32: Int]
  private let width: Int
  /// `width` rows, by the class of the first character, of `width` costs, by that of the second.
  private let costs: [UInt16]
  private let isCyrillic: Bool

  /// A mark of classes: a capital of the letter.
  static let capital: UInt8 = 0x80
  private static let capitalBehindSmall = 24
  private static let capitalOtherwise = 4
  /// The cost of a sign of a frame behind the same.
  private static let line = 4
  private static let otherAlphabet = 64

  init(_ language: LetterFigures.Language, english: LetterFigures.Language) {
    let isLatin = language.letters.contains(0x61)
    let families = isLatin ? [language] : [language, english]
    letters = families.flatMap(\.letters)
    byLetter = Dictionary(zip(letters, 0...)) { first, _ in first }
    isCyrillic = language.letters.contains(0x430)
    let width = letters.count + SignKind.allCases.count
    self.width = width
    var costs = [UInt16](repeating: 0, count: width * width)
    var base = 0
    for family in families {
      Self.fill(&costs, width: width, base: base, family: family)
      base += family.letters.count
    }
    Self.fillSigns(&costs, width: width, letters: base)
    self.costs = costs
  }

  /// The class of a scalar, with a mark where it is a capital.
  func letterClass(of scalar: UInt32) -> UInt8 {
    if let letter = byLetter[scalar] { return UInt8(letter) }
    if let properties = Unicode.Scalar(scalar)?.properties, properties.isUppercase,
      let small = properties.lowercaseMapping.unicodeScalars.first?.value, let letter = byLetter[small]
    {
      return UInt8(letter) | Self.capital
    }
    let kind = SignKind(of: scalar, isCyrillic: isCyrillic)
    let isCapital = kind.isLetter && Unicode.Scalar(scalar)?.properties.isUppercase == true
    return UInt8(letters.count + kind.rawValue) | (isCapital ? Self.capital : 0)
  }

  /// What pairs of bytes cost whose classes are `classes`; stops where it is more than `limit`.
  func cost(of pairs: [BytePairs.Pair], classes: [UInt8], limit: Int) -> Int {
    let box = UInt8(letters.count + SignKind.box.rawValue)
    var sum = 0
    pairs.withUnsafeBufferPointer { pairs in
      classes.withUnsafeBufferPointer { classes in
        costs.withUnsafeBufferPointer { costs in
          for pair in pairs {
            let first = classes[Int(pair.first)]
            let second = classes[Int(pair.second)]
            let from = Int(first & ~Self.capital)
            var cost = Int(costs[from * width + Int(second & ~Self.capital)])
            if second & Self.capital != 0, first & Self.capital == 0 {
              // A capital behind a small letter is a sign of the wrong table, as with KOI8-R read as windows-1251.
              cost += isLetter(from) ? Self.capitalBehindSmall : Self.capitalOtherwise
            } else if second == box, pair.first == pair.second {
              // Frames are drawn of the same sign many times over.
              cost = Self.line
            }
            sum += pair.count * cost
            if sum > limit { return }
          }
        }
      }
    }
    return sum
  }

  @inline(__always)
  private func isLetter(_ letterClass: Int) -> Bool {
    let kind = letterClass - letters.count
    return kind < 0 || kind == SignKind.foreignLetter.rawValue || kind == SignKind.otherScript.rawValue
  }

  /// Letters of one alphabet among themselves, at the beginning and end of words, and beside those of another.
  private static func fill(_ costs: inout [UInt16], width: Int, base: Int, family: LetterFigures.Language) {
    let count = family.letters.count
    let signs = width - SignKind.allCases.count
    for second in 0..<count {
      for first in 0..<signs {
        let isOwn = first >= base && first < base + count
        costs[first * width + base + second] =
          isOwn ? UInt16(family.rows[first - base + 1][second]) : UInt16(otherAlphabet)
      }
      for kind in SignKind.allCases {
        let start = Int(family.rows[0][second]) + 4
        let cost =
          switch kind {
          case .foreignLetter: 28
          case .otherScript: 60
          default: start + kind.costOfLetterBehind
          }
        costs[(signs + kind.rawValue) * width + base + second] = UInt16(cost)
      }
    }
    for first in 0..<count {
      let end = Int(family.rows[first + 1][count])
      for kind in SignKind.allCases {
        let cost = kind.isLetter ? kind.costBehindSign(nil) : end + kind.costBehindLetter
        costs[(base + first) * width + signs + kind.rawValue] = UInt16(cost)
      }
    }
  }

  private static func fillSigns(_ costs: inout [UInt16], width: Int, letters: Int) {
    for first in SignKind.allCases {
      for second in SignKind.allCases {
        let cost = first.isLetter && !second.isLetter ? second.costBehindLetter + 8 : second.costBehindSign(first)
        costs[(letters + first.rawValue) * width + letters + second.rawValue] = UInt16(cost)
      }
    }
  }
}
