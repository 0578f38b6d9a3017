// One source document on its way through the per-document stages.

package struct Document: Sendable {
  /// What the configuration says of the source a document belongs to.
  package struct Origin: Sendable, Hashable {
    /// The source's id in `pipeline.json`.
    package var sourceID: String
    /// Path relative to the source's folder, with `/` between parts.
    package var path: String
    package var publisher: String?
    /// ISO 3166 alpha-3 of the country the source writes from.
    package var country: String?
    /// BCP 47 primary language subtag.
    package var language: String?
    /// Declared encoding, as named by IANA.
    package var encoding: String?
    package var date: PartialDate?
    package var url: String?

    package init(
      sourceID: String, path: String, publisher: String? = nil, country: String? = nil, language: String? = nil,
      encoding: String? = nil, date: PartialDate? = nil, url: String? = nil
    ) {
      self.sourceID = sourceID
      self.path = path
      self.publisher = publisher
      self.country = country
      self.language = language
      self.encoding = encoding
      self.date = date
      self.url = url
    }
  }

  package enum MediaType: String, Sendable, CaseIterable { case plain = "text/plain", markdown = "text/markdown" }

  /// What a document's date rests on.
  package enum DateBasis: String, Sendable, CaseIterable { case printed, metadata, url, inferred, configured }

  package var origin: Origin
  package var mediaType: MediaType
  /// IANA name of the encoding the file was read in.
  package var encoding: String
  package var text: Text
  /// Tile the text, in order; a single body region until the structure is known.
  package var regions: [Region]
  package var footnoteLinks: [FootnoteLink] = []
  package var language: String?
  package var title: String?
  package var authors: [String] = []
  package var publication: String?
  package var volume: String?
  package var issue: String?
  package var publishedDate: PartialDate?
  package var dateBasis: DateBasis?
  /// The words the date was read from.
  package var dateEvidence: String?
  package var url: String?
  /// What the per-document stages found wrong or notable.
  package var findings: [Finding] = []

  package init(origin: Origin, mediaType: MediaType, encoding: String, text: Text) {
    self.origin = origin
    self.mediaType = mediaType
    self.encoding = encoding
    self.text = text
    regions = text.count == 0 ? [] : [Region(role: .body, span: 0..<text.count)]
    language = origin.language
  }

  /// The region that holds a text position; the whole text as body where there is none.
  package func region(at position: Int) -> Region {
    let index = regionIndex(at: position)
    return index < regions.count ? regions[index] : Region(role: .body, span: 0..<text.count)
  }

  package func role(at position: Int) -> Region.Role { place(at: position).role }

  /// The role and span of the region that holds a text position, as `region(at:)` has them.
  package func place(at position: Int) -> (role: Region.Role, span: Range<Int>) {
    let index = regionIndex(at: position)
    return index < regions.count ? (regions[index].role, regions[index].span) : (.body, 0..<text.count)
  }

  private func regionIndex(at position: Int) -> Int {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].span.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
