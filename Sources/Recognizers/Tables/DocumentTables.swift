// The tables of a document: their amounts, and the places that running text must leave to them.
import Model

struct DocumentTables {
  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  /// The lines of tables, which are not sentences.
  private var rows: [Range<Int>] = []
  /// Phrases that state a unit and no amount: "(million somoni)".
  private var units: [Range<Int>] = []

  /// `speak` reads the amounts that a cell states itself.
  init(
    of document: Document, in text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, scan: AnchorScan,
    choice: CurrencyChoice, speak: @escaping (Range<Int>) -> [SpokenAmount]
  ) {
    let check = AnchorCheck(lexicon: lexicon)
    let regions = document.regions.filter { $0.role == .table }
    for (number, region) in regions.enumerated() {
      var anchors: [Int] = []
      scan.places(in: UnsafeBufferPointer(rebasing: text[region.span])) { place in
        if check.isAnchor(region.span.lowerBound + place, text) { anchors.append(region.span.lowerBound + place) }
        return place + 1
      }
      var grids = TableRegion.grids(of: region.span, in: text, lexicon: lexicon)
      guard !grids.isEmpty else { continue }
      grids[0].captions = TableCaptions.above(region.span.lowerBound, in: text) + grids[0].captions
      grids[grids.count - 1].notes += TableCaptions.below(
        region.span.upperBound, before: number + 1 < regions.count ? regions[number + 1].span.lowerBound : nil, in: text
      )
      for grid in grids {
        let context = TableContext(grid, lexicon: lexicon, words: ReferenceTables.tableWords, in: text)
        var reader = TableReader(
          context, at: grid.rows[0].span.lowerBound, anchors: anchors, choice: choice, speak: speak)
        reader.read()
        mentions += reader.mentions
        units += reader.unitSpans
        rows += grid.rows.map(\.span)
      }
    }
    mentions.sort { $0.span.lowerBound < $1.span.lowerBound }
    units.sort { $0.lowerBound < $1.lowerBound }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The end of the row of a table that holds a place; nil where none does.
  func rowEnd(at place: Int) -> Int? {
    index(of: place, in: rows).map { rows[$0].upperBound }
  }

  /// The mentions of running text and of tables together, without those that only state a unit.
  func merged(with others: [Mention]) -> [Mention] {
    guard !isEmpty else { return others }
    var merged = (others + mentions).filter { mention in
      index(of: mention.span.lowerBound, in: units) == nil && index(of: mention.span.upperBound - 1, in: units) == nil
    }
    merged.sort { $0.span.lowerBound < $1.span.lowerBound }
    return merged
  }

  /// The range that holds a place, of ranges in the order of the text.
  private func index(of place: Int, in ranges: [Range<Int>]) -> Int? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place) ? low : nil
  }
}
