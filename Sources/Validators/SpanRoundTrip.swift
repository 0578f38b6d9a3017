// A mention or quantity must be found again where it is said to stand, in the published text and in the file.
import Model

struct SpanRoundTrip: DocumentCheck {
  static let rule = RuleDescription(
    id: "span-round-trip", stage: .validate,
    summary: """
      Error: the bytes at the text span of a mention or quantity, or those at its source ranges read through the pieces, are not its \
      surface
      """,
    examples: [
      RuleDescription.Example(
        "2010: it cost {5 USD|5 USD at=0}", "surface is '5 USD' but the text reads 'it co' at 0–5"),
      RuleDescription.Example(
        "2010: it cost {5 USD|5 USD at=90}", "surface is '5 USD' but its span 90–95 lies outside a text of 13 bytes"),
      RuleDescription.Example(unchanged: "2010: it cost {5 USD|5 USD}"),
    ])

  init(rules: RuleChoices, currencies: CurrencyTable) {}

  func findings(for document: Document, mentions: [Mention]) -> [Finding] {
    guard !mentions.isEmpty else { return [] }
    let index = SourceIndex(of: document.text)
    return mentions.indices.compactMap {
      finding(for: mentions[$0].surface, at: mentions[$0].span, in: document.text, index)
    }
  }

  func findings(for document: Document, quantities: [Quantity]) -> [Finding] {
    guard !quantities.isEmpty else { return [] }
    let index = SourceIndex(of: document.text)
    return quantities.indices.compactMap {
      finding(for: quantities[$0].surface, at: quantities[$0].span, in: document.text, index)
    }
  }

  private func finding(for surface: String, at span: Range<Int>, in text: Text, _ index: SourceIndex) -> Finding? {
    var place: String { "\(span.lowerBound)–\(span.upperBound)" }
    guard span.lowerBound >= 0, span.upperBound <= text.count else {
      return wrong(surface, "its span \(place) lies outside a text of \(text.count) bytes", found: "", at: nil)
    }
    guard text.reads(surface, at: span) else {
      let found = text.string(span)
      return wrong(surface, "the text reads '\(found)' at \(place)", found: found, at: span)
    }
    let read = index.reading(text.sourceRanges(of: span))
    let expected = Array(surface.utf8)
    guard read != expected, !isCutReplacement(span, expected, in: text, read: read) else { return nil }
    let found = String(decoding: read, as: UTF8.self)
    return wrong(surface, "its source ranges read '\(found)'", found: found, at: span)
  }

  /// Whether the source reads more only because the span begins or ends inside a replacement, which stands for its
  /// source as a whole.
  private func isCutReplacement(_ span: Range<Int>, _ surface: [UInt8], in text: Text, read: [UInt8]) -> Bool {
    let cut = text.pieces.filter {
      $0.form == .whole && $0.text.overlaps(span) && $0.text.clamped(to: span) != $0.text
    }
    guard let first = cut.first, let last = cut.last else { return false }
    let whole = min(first.text.lowerBound, span.lowerBound)..<max(last.text.upperBound, span.upperBound)
    return text.bytes[whole].elementsEqual(read)
  }

  private func wrong(_ surface: String, _ problem: String, found: String, at span: Range<Int>?) -> Finding {
    Finding(
      rule: Self.rule.id, severity: .error, span: span, message: "surface is '\(surface)' but \(problem)",
      quote: surface, value: found, expected: surface)
  }
}
