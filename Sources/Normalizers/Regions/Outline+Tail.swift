// What stands after the running text: data of the document, a word on the author, comment forms, licences, menus.

import Model

extension Outline {
  /// Gives the units after the last running text their roles.
  mutating func readTail() {
    guard units.indices.contains(lastProse), units[lastProse].isProse else { return }
    let tail = units.indices.suffix(from: lastProse + 1)
    for index in tail.suffix(400) where !readMetadata(index) && units[index].role == nil && isOnAuthor(units[index]) {
      units[index].role = .affiliation
    }
    let free = tail.filter { units[$0].role == nil }
    guard !free.isEmpty else { return }
    let tallies = free.prefix(400).map { PhraseTally(units[$0].range, in: bytes) }
    if let first = tallies.firstIndex(where: { $0.boilerplate > 0 }) {
      // Short lines before the first such phrase lead up to it; sentences are the end of the text.
      let lastSentence = tallies.indices[..<first].last { units[free[$0]].isSentence } ?? -1
      for (place, index) in free.enumerated() where place > lastSentence {
        let speaksOfMoney = place < tallies.count && tallies[place].speaksOfMoney && units[index].isSentence
        units[index].role = speaksOfMoney ? .body : .boilerplate
      }
      findPromotion()
    } else {
      readSignposts(free, tallies)
    }
  }

  /// Without boilerplate: several short lines, or signposts of a site, are navigation where they state no money.
  private mutating func readSignposts(_ free: [Int], _ tallies: [PhraseTally]) {
    let short = free.filter { !units[$0].isSentence }
    let signposts = tallies.reduce(0) { $0 + $1.navigation }
    for (index, tally) in zip(free, tallies) where !units[index].isSentence && !tally.speaksOfMoney {
      if !units[index].range.contains(where: { bytes[$0] >= 0x80 || Byte.isAlphanumeric(bytes[$0]) }) {
        units[index].role = .boilerplate
      } else if tally.navigation > 0 || (signposts > 0 && short.count > 3) || short.count > 7 {
        units[index].role = .navigation
      } else if ListMark(at: units[index].start, in: bytes, end: units[index].end)?.isSure ?? false {
        units[index].role = .list
      }
    }
  }

  /// "Vladimir Davlatov is the pseudonym of …": the paragraph begins with an author's name.
  private func isOnAuthor(_ unit: Unit) -> Bool {
    imprint.authors.contains { author in
      author.count >= 6 && unit.count > author.count + 4 && unit.start > author.lowerBound
        && bytes[author].elementsEqual(bytes[unit.start..<(unit.start + author.count)])
        && Window(bytes: bytes, isMarkdown: false).holds(" is ", at: unit.start + author.count)
    }
  }

  /// A last paragraph before the boilerplate that praises the publication and states no money belongs to it.
  private mutating func findPromotion() {
    guard lastProse > firstProse, let name = imprint.publication?.value, units[lastProse].role == nil else { return }
    let firstWord = bytes[name].prefix { $0 != Byte.space }
    guard firstWord.count >= 5 else { return }
    let window = Window(bytes: bytes, isMarkdown: false)
    var isNamed = false
    var isPraise = false
    for index in units[lastProse].range where bytes[index] == Byte.space || index == units[lastProse].start {
      let word = index == units[lastProse].start ? index : index + 1
      let end = word + firstWord.count
      if end <= units[lastProse].end, bytes[word..<end].elementsEqual(firstWord) { isNamed = true }
      isPraise = isPraise || Self.praises.contains { window.holds($0, at: word) }
    }
    guard isNamed, isPraise, !PhraseTally(units[lastProse].range, in: bytes).speaksOfMoney else { return }
    units[lastProse].role = .boilerplate
  }

  private static let praises: [StaticString] = [
    "who rely on", "is read by", "are read by", "subscribe", "rated ", "the leading ", "award-winning",
  ]
}
