// Units that a table or a text states for the figures to come: "(in millions of dollars)", "Figures in thousand euros".

enum Captions {
  /// Whether a magnitude that begins at a token names a unit, not an amount.
  static func begin(before index: Int, in sentence: Sentence) -> Bool {
    guard sentence.string(index - 1, is: "in") || sentence.string(index - 1, is: "In") else {
      return sentence.isMark(index - 1, UInt8(ascii: "(")) && sentence.roles(index).contains(.scale)
    }
    if index == 1 || sentence.isMark(index - 2, UInt8(ascii: "(")) { return true }
    return sentence.roles(index - 2).contains(.caption) || sentence.isMark(index - 2, UInt8(ascii: ","))
  }
}
