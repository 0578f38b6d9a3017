// What stands before the running text: navigation, masthead, title, authors, dates, caption.

import Model

extension Outline {
  /// Gives the units before the first running text their roles.
  mutating func readHead(_ marks: [EditCollector.Mark]) {
    guard firstProse > 0, firstProse < units.count, units[firstProse].isProse else { return }
    let near = max(0, firstProse - 12)..<firstProse
    var dateLines: [Int] = []
    for index in near where units[index].role == nil {
      guard let line = MetadataLine(units[index].range, in: bytes) else { continue }
      if line.isDateLine { dateLines.append(index) }
      take(line, at: index)
    }
    findAffiliations(marks)
    let free = units.indices[..<firstProse].filter { units[$0].role == nil }
    if isMenu(free) {
      readMenu(free)
    } else {
      readMasthead(free, dateLines)
      readTitle()
    }
    readSourceLine()
    readDateline()
  }

  /// Paragraphs that were emphasized as a whole before the text begins tell who the author is.
  private mutating func findAffiliations(_ marks: [EditCollector.Mark]) {
    for index in units.indices[..<firstProse]
    where units[index].mark >= 0 && units[index].role == nil && marks[units[index].mark].role == .affiliation {
      units[index].role = .affiliation
      guard index > 0, units[index - 1].role == nil, isName(units[index - 1]), index > 1 else { continue }
      units[index - 1].role = .metadata
      imprint.authors.append(units[index - 1].range)
    }
  }

  /// Two to five words, each with a capital: the name of a person or a group.
  private func isName(_ unit: Unit) -> Bool {
    guard (4...60).contains(unit.count), !unit.isSentence else { return false }
    let words = bytes[unit.range].split(separator: Byte.space)
    return (2...5).contains(words.count) && words.allSatisfy { MetadataLine.isCapital($0[$0.startIndex]) }
  }

  /// Many short lines, or some that are signposts of a site; unless a good part of them states money, as a table does.
  private func isMenu(_ free: [Int]) -> Bool {
    guard free.count > 3 else { return false }
    var signposts = 0
    var amounts = 0
    for index in free.prefix(200) {
      let tally = PhraseTally(units[index].range, in: bytes)
      signposts += tally.navigation + tally.boilerplate
      if tally.speaksOfMoney { amounts += 1 }
    }
    return (free.count > 7 || signposts > 0) && amounts * 5 <= min(free.count, 200)
  }

  /// Of a menu the line nearest to the text that can be a title is it; the rest is navigation.
  private mutating func readMenu(_ free: [Int]) {
    let title = imprint.title == nil ? free.suffix(4).last { canBeTitle(units[$0]) } : nil
    for index in free where index != title && !isStatement(units[index]) { units[index].role = .navigation }
    guard let title else { return }
    units[title].role = .heading
    imprint.title = units[title].range
    for index in free where index > title && !isStatement(units[index]) {
      units[index].role = endsInCredit(units[index]) ? .caption : .heading
    }
  }

  /// Not a line of a menu, even between such lines.
  private func isStatement(_ unit: Unit) -> Bool {
    unit.count >= 120 || (unit.isSentence && bytes[unit.range].count { $0 == Byte.space } >= 4)
  }

  private func canBeTitle(_ unit: Unit) -> Bool {
    (15...240).contains(unit.count) && bytes[unit.range].count { $0 == Byte.space } >= 2
      && bytes[unit.end - 1] != UInt8(ascii: ":")
  }

  /// A masthead names the publication above its date line; with three lines the second is the title.
  private mutating func readMasthead(_ free: [Int], _ dateLines: [Int]) {
    guard imprint.title == nil, let name = free.first, free.count > 1,
      let date = dateLines.first(where: { areNeighbours(name, $0) && $0 > name })
    else { return }
    let between = free.filter { $0 > name && $0 < date }
    units[name].role = .metadata
    if between.isEmpty {
      imprint.state(publication: units[name].range, on: .masthead)
    } else if let title = between.last {
      units[title].role = .heading
      imprint.title = units[title].range
    }
  }

  /// The first free line, or the first marked heading, is the title; what follows are captions and further headings.
  private mutating func readTitle() {
    for index in units.indices[..<firstProse] {
      let unit = units[index]
      if unit.role == .heading, imprint.title == nil { imprint.title = unit.range }
      guard unit.role == nil else { continue }
      if imprint.title == nil, unit.count <= 300, !isNumbered(unit) {
        imprint.title = unit.range
        units[index].role = .heading
      } else if endsInCredit(unit) {
        units[index].role = .caption
      } else if !unit.isSentence, bytes[unit.end - 1] != UInt8(ascii: ":") {
        units[index].role = .heading
      }
    }
  }

  private func isNumbered(_ unit: Unit) -> Bool {
    Byte.isDigit(bytes[unit.start]) && unit.count > 3
      && bytes[unit.start..<min(unit.end, unit.start + 4)].contains {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")")
      }
  }

  /// A name in brackets at the end: who made the picture.
  private func endsInCredit(_ unit: Unit) -> Bool {
    guard bytes[unit.end - 1] == UInt8(ascii: ")"), let open = bytes[unit.range].lastIndex(of: UInt8(ascii: "(")) else {
      return false
    }
    return open > unit.start && MetadataLine.isCapital(bytes[open + 1])
  }

  /// The line that names the original source may stand below an opening paragraph.
  private mutating func readSourceLine() {
    for index in units.indices[firstProse...].prefix(8) where units[index].role == nil && units[index].count <= 140 {
      guard !units[index].isSentence, !units[index].isProse else { continue }
      _ = readMetadata(index)
    }
  }

  /// "NAIROBI, March 14 (Continental Wire) —" names the agency, and with a year the date.
  mutating func readDateline() {
    guard let line = Dateline(units[firstProse].range, in: bytes) else { return }
    if let agency = line.agency { imprint.state(publication: agency, on: .dateline) }
    if let date = line.date { imprint.state(date: date.date, written: date.range, on: .dateline) }
  }
}
