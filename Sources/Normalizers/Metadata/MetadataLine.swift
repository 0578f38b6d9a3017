// Lines that say something of the document itself: labelled data, dates, by-lines, source lines, section names.

import Model

/// What one line of metadata says.
struct MetadataLine {
  private(set) var imprint: [Entry] = []
  /// Whether the lines below in the same block belong to it.
  private(set) var opensList = false
  /// Whether it is a date line, above which a masthead or a title stands.
  private(set) var isDateLine = false

  enum Entry {
    case title(Range<Int>)
    case author(Range<Int>)
    case publication(Range<Int>, Imprint.Ground)
    case volume(Range<Int>)
    case issue(Range<Int>)
    case date(PartialDate, Range<Int>, Imprint.Ground)
    case address(Range<Int>)
  }

  /// Nil where the line is none.
  init?(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    guard line.count <= 400 else { return nil }
    if readLabels(line, in: bytes) || readByline(line, in: bytes) { return }
    if line.count <= 140, readDate(line, in: bytes) { return }
    guard Self.isSectionName(line, in: bytes) || Self.isBanner(line, in: bytes) else { return nil }
  }

  private mutating func readLabels(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let values = MetadataLabel.values(in: line, of: bytes)
    for (label, value) in values {
      switch label {
      case .title: imprint.append(.title(value))
      case .author: imprint.append(.author(value))
      case .publication where Self.isAddress(value, in: bytes): imprint.append(.address(value))
      case .publication: imprint.append(.publication(value, .label))
      case .volume: imprint.append(.volume(Self.firstWord(of: value, in: bytes)))
      case .issue: imprint.append(.issue(Self.firstWord(of: value, in: bytes)))
      case .address: imprint.append(.address(value))
      case .subject: opensList = true
      case .date:
        if let found = DateReader(bytes: bytes, end: value.upperBound).first(in: value) {
          imprint.append(.date(found.date, found.range, .label))
        }
      }
    }
    return !values.isEmpty
  }

  /// "By the Works Desk": a capital follows, few words, no full stop.
  private mutating func readByline(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (6...100).contains(line.count), Byte.lowercased(bytes[line.lowerBound]) == UInt8(ascii: "b"),
      Byte.lowercased(bytes[line.lowerBound + 1]) == UInt8(ascii: "y"), bytes[line.lowerBound + 2] == Byte.space,
      bytes[line.upperBound - 1] != UInt8(ascii: "."), bytes[line].count(where: { $0 == Byte.space }) <= 10
    else { return false }
    let name = (line.lowerBound + 3)..<line.upperBound
    let begin = Window(bytes: bytes, isMarkdown: false).holds("the ", at: name.lowerBound) ? 4 : 0
    guard name.count > begin + 1, Self.isCapital(bytes[name.lowerBound + begin]) else { return false }
    imprint.append(.author(name))
    return true
  }

  /// A date alone, or behind the name of the source, or behind volume and issue.
  private mutating func readDate(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let found = DateReader(bytes: bytes, end: line.upperBound).first(in: line) else { return false }
    let before = line.lowerBound..<found.range.lowerBound
    guard Self.isDateSuffix(found.range.upperBound..<line.upperBound, in: bytes) else { return false }
    let prefix = DatePrefix(before, in: bytes)
    if prefix.isOnlyWords {
      if let volume = prefix.volume { imprint.append(.volume(volume)) }
      if let issue = prefix.issue { imprint.append(.issue(issue)) }
      imprint.append(.date(found.date, found.range, .dateLine))
      isDateLine = true
      return true
    }
    guard let name = SourceName(before, in: bytes) else { return false }
    imprint.append(.publication(name.range, .sourceLine))
    imprint.append(.date(found.date, found.range, .sourceLine))
    return true
  }

  /// What may stand behind a date: the word for year, a time of day.
  private static func isDateSuffix(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if range.count > 40 { return false }
    let words = bytes[range].split(whereSeparator: { Byte.isSpace($0) || [0x2C, 0x2E, 0x7C].contains($0) })
    return words.allSatisfy { word in
      guard let first = word.first else { return true }
      return Byte.isDigit(first) || word.count <= 4 || Array("года".utf8) == Array(word)
    } && words.count <= 4
  }

  private static func isAddress(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let window = Window(bytes: bytes, isMarkdown: false)
    return window.holds("http://", at: range.lowerBound) || window.holds("https://", at: range.lowerBound)
  }

  private static func firstWord(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] > Byte.space, bytes[end] != 0x2C, bytes[end] != 0x3B { end += 1 }
    return range.lowerBound..<end
  }

  static func isCapital(_ byte: UInt8) -> Bool { Byte.isUpper(byte) || byte >= 0x80 }

  /// "Commentary :: International", "News » World".
  private static func isSectionName(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count <= 80 else { return false }
    let window = Window(bytes: bytes, isMarkdown: false)
    return line.contains { window.holds(" :: ", at: $0) || window.holds(" » ", at: $0) }
  }

  /// "FOR IMMEDIATE RELEASE" and its kind.
  private static func isBanner(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count <= 40 else { return false }
    let text = bytes[line].map(Byte.lowercased)
    return banners.contains { text.starts(with: $0) }
  }

  private static let banners = ["for immediate release", "press release", "news release", "media release", "embargoed"]
    .map { Array($0.utf8) }
}
