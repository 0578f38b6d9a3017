// The regions of a text and what it says of itself, worked out from its units: head, middle and tail.

import Model

/// The head is what stands before the first running text, the tail what stands after the last. What could be page
/// furniture is called so only there, and only where it states no money: to lose an amount is worse than to keep noise.
struct Outline {
  let bytes: UnsafeBufferPointer<UInt8>
  var units: [Unit]
  var imprint = Imprint()
  private(set) var regions: [Region] = []
  private var labels: [String] = []
  /// The first and the last unit of running text.
  private(set) var firstProse = 0
  private(set) var lastProse = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>, marks: [EditCollector.Mark]) {
    self.bytes = bytes
    units = UnitReader.units(of: bytes, marks: marks)
    applyMarks(marks)
    findNotes()
    findProse()
    readHead(marks)
    readBody()
    readTail()
    makeRegions()
  }

  private mutating func applyMarks(_ marks: [EditCollector.Mark]) {
    guard !marks.isEmpty else { return }
    for index in units.indices where units[index].mark >= 0 {
      let mark = marks[units[index].mark]
      guard mark.role != .affiliation else { continue }
      units[index].role = mark.role
      if let label = mark.label { setLabel(label, of: index) }
    }
  }

  private mutating func findProse() {
    lastProse = units.count - 1
    guard let first = units.indices.first(where: { isProse($0) }) else { return }
    firstProse = first
    lastProse = units.indices.last { isProse($0) } ?? lastProse
  }

  /// Running text: long, without a role of its own, and not made of the phrases of page furniture.
  private func isProse(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.role == nil, unit.mark < 0, unit.isProse else { return false }
    let isNearEdge = index < 200 || index > units.count - 200
    guard isNearEdge, unit.count < 4_096 else { return true }
    let tally = PhraseTally(unit.range, in: bytes)
    return tally.boilerplate < (unit.count < 160 ? 1 : 2) || tally.speaksOfMoney
  }

  private mutating func makeRegions() {
    guard bytes.count > 0 else { return }
    regions.reserveCapacity(16)
    for (index, unit) in units.enumerated() {
      let start = index == 0 ? 0 : unit.start
      let end = index + 1 < units.count ? units[index + 1].start : bytes.count
      let role = unit.role ?? .body
      if let last = regions.last, last.role == role, role != .footnote, role != .heading {
        regions[regions.count - 1].span = last.span.lowerBound..<end
      } else {
        regions.append(Region(role: role, span: start..<end, label: unit.label < 0 ? nil : labels[unit.label]))
      }
    }
    if units.isEmpty { regions = [Region(role: .body, span: 0..<bytes.count)] }
  }

  /// Gives a footnote its label.
  mutating func setLabel(_ label: String, of index: Int) {
    units[index].label = labels.count
    labels.append(label)
  }

  /// Gives a unit its place as metadata and takes what it says; false where it is none.
  mutating func readMetadata(_ index: Int) -> Bool {
    guard units[index].role == nil, let line = MetadataLine(units[index].range, in: bytes) else { return false }
    take(line, at: index)
    return true
  }

  /// Takes a line of metadata, and the list that it may open.
  mutating func take(_ line: MetadataLine, at index: Int) {
    units[index].role = .metadata
    for entry in line.imprint {
      switch entry {
      case .title(let range): imprint.title = imprint.title ?? range
      case .author(let range): imprint.authors.append(range)
      case .publication(let range, let ground): imprint.state(publication: range, on: ground)
      case .volume(let range): imprint.volume = imprint.volume ?? range
      case .issue(let range): imprint.issue = imprint.issue ?? range
      case .date(let date, let range, let ground): imprint.state(date: date, written: range, on: ground)
      case .address(let range): imprint.url = imprint.url ?? range
      }
    }
    guard line.opensList else { return }
    var next = index + 1
    while next < units.count, units[next].block == units[index].block, units[next].count < 60, !units[next].isSentence {
      units[next].role = units[next].role ?? .metadata
      next += 1
    }
  }

  /// Whether two units stand in one paragraph.
  func areNeighbours(_ left: Int, _ right: Int) -> Bool {
    units.indices.contains(left) && units.indices.contains(right) && units[left].block == units[right].block
  }
}
