// Stage 2: cleans the text of a document, finds its regions and reads what it says of itself.

import Model

package struct Normalizer: Sendable {
  private let plain: Phases
  private let markdown: Phases

  /// How often a phase is repeated on a text before what is left is taken for text.
  private static let mostRounds = 8

  /// A normalizer with the rules that `rules` leaves on.
  package init(rules: RuleChoices) {
    let types = NormalizerCatalogue.ruleTypes.filter { rules.isEnabled($0.rule.id) }
    plain = Phases(types.filter { !$0.isMarkdownOnly })
    markdown = Phases(types)
  }

  /// A normalizer with these rules only.
  package init(only types: [any NormalizationRule.Type]) {
    plain = Phases(types.filter { !$0.isMarkdownOnly })
    markdown = Phases(types)
  }

  /// The document with clean text, regions, footnote links, language, title, authors, publication, date and address.
  package func normalize(_ document: Document) -> Document {
    var document = document
    var marks = CleaningMarks()
    clean(&document.text, as: document.mediaType, &marks)
    let (roles, links) = marks.sorted()
    document.footnoteLinks = links
    document.text.bytes.withUnsafeBufferPointer { bytes in
      let outline = Outline(bytes, marks: roles)
      document.regions = outline.regions
      document.describe(by: outline, in: bytes)
      if document.language == nil { document.language = ScriptShare(of: bytes).language }
    }
    return document
  }

  /// Only the cleaned text, for rules tested alone.
  package func cleaned(_ text: Text, as mediaType: Document.MediaType) -> Text {
    var text = text
    var marks = CleaningMarks()
    clean(&text, as: mediaType, &marks)
    return text
  }

  private func clean(_ text: inout Text, as mediaType: Document.MediaType, _ marks: inout CleaningMarks) {
    let isMarkdown = mediaType == .markdown
    let phases = isMarkdown ? markdown : plain
    for (phase, scan) in phases.scans {
      marks.isEdited = false
      marks.apply(scan.collect(text, isMarkdown: isMarkdown), to: &text)
      guard marks.isEdited else { continue }
      switch phase {
      case .characters, .paragraphs: repeatPhases(through: phase, of: &text, by: phases, isMarkdown: isMarkdown, &marks)
      case .style: repeatStyle(of: &text, by: phases, isMarkdown: isMarkdown, &marks)
      default: break
      }
    }
  }

  /// A character that has gone or been put right may bring together what was misread, and lines put together may show
  /// that those around them were broken, too.
  private func repeatPhases(
    through last: Phase, of text: inout Text, by phases: Phases, isMarkdown: Bool, _ marks: inout CleaningMarks
  ) {
    let scans = phases.scans.filter { $0.phase <= .characters || $0.phase == last }
    var rounds = 1
    while marks.isEdited, rounds < Self.mostRounds {
      marks.isEdited = false
      for (_, scan) in scans { marks.apply(scan.collect(text, isMarkdown: isMarkdown), to: &text) }
      rounds += 1
    }
  }

  /// A mark may stand right behind another one that hid it, a footnote label behind a heading mark; what was taken out
  /// may have been all that stood on its line; and a line put in order may be a mark.
  private func repeatStyle(
    of text: inout Text, by phases: Phases, isMarkdown: Bool, _ marks: inout CleaningMarks
  ) {
    let lower = phases.scans.filter { $0.phase != .structure && $0.phase != .style }
    let style = phases.scans.first { $0.phase == .style }?.scan
    var rounds = 1
    while marks.isEdited {
      while marks.isEdited, rounds < Self.mostRounds {
        marks.isEdited = false
        if let style { marks.apply(style.collect(text, isMarkdown: isMarkdown), to: &text) }
        rounds += 1
      }
      marks.isEdited = false
      for (_, scan) in lower { marks.apply(scan.collect(text, isMarkdown: isMarkdown), to: &text) }
      guard rounds < Self.mostRounds else { return }
    }
  }
}

/// The scans of the phases that have rules, in order.
private struct Phases: Sendable {
  let scans: [(phase: Phase, scan: PhaseScan)]

  init(_ types: [any NormalizationRule.Type]) {
    scans = Phase.allCases.compactMap { phase in
      PhaseScan(types.filter { $0.phase == phase }).map { (phase, $0) }
    }
  }
}
