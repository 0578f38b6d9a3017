// Reads the examples that the checks carry: a year, then text with marked mentions.
import Model
import Testing

/// `2010: it cost {5 marks|5 DEM year=1996}`: a document of 2010 and the mentions marked in it. A reading is bounds
/// (`5`, `3..5`, `5..`, `-`), currency (`-` for none), and changes of the other fields.
struct MarkedDocument {
  private(set) var document: Document
  private(set) var mentions: [IdentifiedMention] = []

  init(_ marked: String) throws {
    let head = try #require(marked.firstIndex(of: ":"), "\(marked)")
    var text = ""
    var marks: [(start: Int, surface: String, reading: Substring)] = []
    for part in marked[head...].dropFirst().drop(while: { $0 == " " }).split(
      separator: "{", omittingEmptySubsequences: false)
    {
      guard let end = part.firstIndex(of: "}"), let bar = part.firstIndex(of: "|") else {
        text += part
        continue
      }
      marks.append((text.utf8.count, String(part[..<bar]), part[part.index(after: bar)..<end]))
      text += part[..<bar] + part[part.index(after: end)...]
    }
    document = Document(
      origin: Document.Origin(sourceID: "sample", path: "a.txt"), mediaType: .plain, encoding: "utf-8",
      text: Text(verbatim: Array(text.utf8)))
    if let year = Int(marked[..<head]) {
      document.publishedDate = PartialDate(year: year)
      document.dateBasis = .printed
    }
    for mark in marks {
      try mentions.append(mention(mark.surface, at: mark.start, mark.reading, in: text))
    }
  }

  /// Each mention a fact of its own.
  var facts: [Fact] {
    mentions.map { Fact(id: "f1-" + $0.id.dropFirst(3), agreement: .single, representative: $0, members: [$0]) }
  }

  private func mention(
    _ surface: String, at start: Int, _ reading: Substring, in text: String
  ) throws -> IdentifiedMention {
    let words = reading.split(separator: " ").map(String.init)
    let span = start..<(start + surface.utf8.count)
    var mention = Mention(
      span: span, surface: surface, sentence: text, sentenceSpan: sentence(around: start, in: text), region: .body,
      amount: try amount(words[0]), qualifier: .exact, currency: Currency.Code(words[1]), currencyEvidence: .word,
      currencyBasis: .explicit, rule: "sample")
    var conversion: Conversion?
    for word in words.dropFirst(2) {
      let (key, value) = try pair(word)
      if key == "converted" {
        conversion = Conversion(
          lower: ExactDecimal(value), upper: ExactDecimal(value), currency: "USD", rate: ExactDecimal(integer: 2),
          ratePeriod: 1996, rateSource: "bank", periodBasis: .stated)
      } else {
        try set(key, to: value, in: &mention)
      }
    }
    return IdentifiedMention(
      id: "m1-\(start)", documentID: "d1-sample", mention: mention, sourceRanges: [span], line: 1,
      conversion: conversion)
  }

  private func set(_ key: String, to value: String, in mention: inout Mention) throws {
    switch key {
    case "year": (mention.yearStart, mention.yearEnd) = (Int(value), Int(value))
    case "since": mention.yearStart = Int(value)
    case "evidence": mention.currencyEvidence = try #require(Mention.CurrencyEvidence(rawValue: value))
    case "basis": mention.currencyBasis = Mention.CurrencyBasis(rawValue: value)
    case "candidates": mention.currencyCandidates = value.split(separator: ",").compactMap { Currency.Code($0) }
    case "region": mention.region = try #require(Region.Role(rawValue: value))
    case "kind": mention.kind = Mention.Kind(rawValue: value)
    case "table": mention.cell = Mention.TableCell(table: Int(value) ?? 0, unit: nil, share: .entry)
    case "about": mention.about = value.split(separator: "_").joined(separator: " ")
    case "at":
      let start = try #require(Int(value))
      mention.span = start..<(start + mention.span.count)
    default: Issue.record("unknown key \(key) in an example")
    }
  }

  private func amount(_ text: String) throws -> Amount {
    if text == "-" { return Amount(lower: nil, upper: nil, significantDigits: 0) }
    let digits = text.drop { "-0".contains($0) }.prefix { $0 != "." || !text.contains("..") }
    let significant = String(digits.filter(\.isNumber).reversed().drop { !text.contains("..") && $0 == "0" }).count
    guard let gap = text.firstRange(of: "..") else {
      return Amount(point: try #require(ExactDecimal(text), "\(text)"), significantDigits: max(1, significant))
    }
    return Amount(
      lower: ExactDecimal(text[..<gap.lowerBound]), upper: ExactDecimal(text[gap.upperBound...]),
      significantDigits: max(1, significant))
  }

  private func pair(_ word: String) throws -> (String, String) {
    let equals = try #require(word.firstIndex(of: "="), "\(word)")
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  /// Sentences of the samples end with a full stop and a space.
  private func sentence(around position: Int, in text: String) -> Range<Int> {
    var start = 0
    for part in text.components(separatedBy: ". ") {
      let end = start + part.utf8.count + 2
      if position < end { return start..<min(end, text.utf8.count) }
      start = end
    }
    return start..<text.utf8.count
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
