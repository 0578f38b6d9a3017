// Gathers the words that tell who pays whom.
import Model

struct ContextLexiconBuilder {
  private(set) var words: [ContextWord] = [ContextWord()]
  private(set) var indices: [UInt64: Int32] = [:]
  private(set) var frames: [Frame] = []
  private(set) var senses: [PartySense] = []
  private(set) var parties: [Mention.Party] = []
  private(set) var agencies: [String] = []
  /// Lines that could not be read.
  private(set) var faults: [String] = []

  init() { indices.reserveCapacity(Self.usualCount) }

  private static let usualCount = 12_000

  /// Reads one language file; a line that cannot be read is left out and noted in `faults`, which a test holds empty.
  mutating func read(_ source: [UInt8], named name: String) {
    LexiconLines.each(of: source, named: name) { line in
      if let expected = add(line) { faults.append("\(line.place): \(line.value) is not \(expected)") }
    }
  }

  /// Adds the forms of one line; what its value should have been where it cannot be read.
  private mutating func add(_ line: LexiconLines.Line) -> String? {
    if let part = Self.partSections[line.section] {
      edit(line.forms) { $0.parts.insert(part) }
      return nil
    }
    switch line.section {
    case "grammar":
      guard let grammar = Grammar(rawValue: line.value) else { return "a part of grammar" }
      edit(line.forms) { $0.grammar = grammar }
    case "frames":
      guard let frame = Frame(line.value) else { return "SIDES KIND STATUS" }
      let number = number(of: frame)
      edit(line.forms) {
        $0.parts.insert(.frame)
        $0.frame = number
      }
    case "things":
      guard let kind = Mention.Kind(rawValue: line.value) else { return "a kind" }
      edit(line.forms) {
        $0.parts.insert(.thing)
        $0.thing = kind
      }
    case "references":
      guard let reference = Reference(rawValue: line.value) else { return "what is referred to" }
      edit(line.forms) {
        $0.parts.insert(.reference)
        $0.reference = reference
      }
    case "relative-years":
      guard let shift = line.value == "since" ? ContextWord.since : Int8(line.value) else { return "a number of years" }
      edit(line.forms) {
        $0.parts.insert(.relativeYear)
        $0.shift = shift
      }
    default: return "in a known section, [\(line.section)]"
    }
    return nil
  }

  private static let partSections: [String: Parts] = [
    "uses": .use, "heads": .head, "organisations": .organisation, "titles": .title, "given-names": .givenName,
    "common-nouns": .commonNoun, "mandatives": .mandative, "nouns-too": .nounToo, "persons": .person, "links": .link,
    "programmes": .programme, "events": .event,
    "legal-forms": .legalForm,
  ]

  private mutating func number(of frame: Frame) -> UInt8 {
    if let known = frames.firstIndex(of: frame) { return UInt8(known) }
    frames.append(frame)
    return UInt8(frames.count - 1)
  }

  private mutating func edit(_ forms: [String], _ change: (inout ContextWord) -> Void) {
    for form in forms {
      var bytes = Array(form.utf8)
      change(&words[entry(of: &bytes)])
    }
  }

  mutating func add(_ party: Mention.Party) -> Int16 {
    parties.append(party)
    return Int16(parties.count - 1)
  }

  mutating func addAgency(_ name: String) -> Int16 {
    agencies.append(name)
    return Int16(agencies.count - 1)
  }

  /// Gives a name, as tokens with single spaces between, its meaning; one that has a meaning keeps it.
  mutating func add(_ sense: PartySense, to tokens: inout [UInt8]) {
    let entry = entry(of: &tokens)
    guard words[entry].sense < 0 else { return }
    words[entry].parts.insert(.party)
    words[entry].sense = Int16(senses.count)
    senses.append(sense)
  }

  /// The entry of a word or phrase (single spaces), made if new; phrases register their beginnings.
  private mutating func entry(of text: inout [UInt8]) -> Int {
    // Words are hashed with a byte behind them.
    text.append(0)
    var hash: UInt64 = 0
    var start = 0
    var entry = 0
    for end in text.indices where end + 1 == text.count || text[end] == 0x20 {
      if start > 0 { words[entry].parts.insert(.opensPhrase) }
      let word = text.withUnsafeBufferPointer { FoldedHash.word($0, start, end) }
      hash = start == 0 ? word : FoldedHash.phrase(hash, then: word)
      entry = index(of: hash)
      start = end + 1
    }
    return entry
  }

  private mutating func index(of hash: UInt64) -> Int {
    if let known = indices[hash] { return Int(known) }
    words.append(ContextWord())
    indices[hash] = Int32(words.count - 1)
    return words.count - 1
  }
}
