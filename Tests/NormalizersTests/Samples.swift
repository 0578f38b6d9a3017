// Documents for the tests, and short ways to clean them.

import Foundation
import Model

@testable import Normalizers

/// How the examples of a rule are read.
func mediaType(of rule: any NormalizationRule.Type) -> Document.MediaType {
  rule.isMarkdownOnly || rule == SetextHeadings.self ? .markdown : .plain
}

func cleaned(_ text: String, by normalizer: Normalizer, as mediaType: Document.MediaType) -> String {
  let cleaned = normalizer.cleaned(Text(verbatim: Array(text.utf8)), as: mediaType)
  return cleaned.string(0..<cleaned.count)
}

func document(_ text: String, as mediaType: Document.MediaType = .plain) -> Document {
  Document(
    origin: .init(sourceID: "test", path: "a.txt"), mediaType: mediaType, encoding: "UTF-8",
    text: Text(verbatim: Array(text.utf8)))
}

func normalized(_ text: String, as mediaType: Document.MediaType = .plain) -> Document {
  Normalizer(rules: RuleChoices()).normalize(document(text, as: mediaType))
}

/// The roles of a document's regions, with the first words of each.
func outline(_ document: Document) -> [String] {
  document.regions.map { region in
    let words = document.text.string(region.span).split(whereSeparator: \.isWhitespace).prefix(2)
    return ([region.role.rawValue] + words.map(String.init)).joined(separator: " ")
  }
}

/// The text files of a folder, by name; empty where there is none.
func files(in folder: URL) -> [(name: String, text: String)] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.sorted().compactMap { name in
    guard name.hasSuffix(".txt") || name.hasSuffix(".md"),
      let bytes = try? Foundation.Data(contentsOf: folder.appendingPathComponent(name)),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return (name, text)
  }
}

/// Folders of real documents: the project's own seeds, and a folder of shared ones beside the project if there is one.
let seedFolders: [URL] = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return [root.appendingPathComponent("seeds/documents"), root.appendingPathComponent("../shared/seeds")]
}()
