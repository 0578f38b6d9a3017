// One document at a time through read, normalize and recognize, for the subcommands that look at single files.
import Formats
import Model
import Normalizers
import Readers
import Recognizers

/// Works by the standard rules alone: without configuration, store or output folder.
package struct Inspection: Sendable {
  /// A document and what was read in it.
  package struct Result: Sendable {
    /// The file as the user named it; `-` is standard input.
    package let file: String
    /// Its length as it lies on disk.
    package let byteCount: Int
    package let document: Document
    package let mentions: [Mention]
  }

  /// Larger files are refused.
  package static let maximumFileBytes = 64 << 20

  private let reader: Reader
  private let normalizer: Normalizer
  let recognizer: Recognizer

  /// Nil where files are to tell their encoding themselves.
  private let encoding: String?

  /// `encoding` is that of every file, as the configuration of a source declares it.
  package init(encoding: String? = nil) {
    let rules = RuleChoices()
    self.encoding = encoding
    reader = Reader(rules: rules)
    normalizer = Normalizer(rules: rules)
    recognizer = Recognizer(rules: rules)
  }

  /// Whether an encoding is known by that name.
  package static func knows(encoding: String) -> Bool { TextDecoder.canonicalName(of: encoding) != nil }

  /// The normalized document of a file; `-` reads standard input.
  package func document(_ file: String) throws(UnreadFile) -> Document {
    try documentAndLength(file).document
  }

  /// The document of a file as it was decoded, with nothing else done to its text.
  package func decodedDocument(_ file: String) throws(UnreadFile) -> Document {
    try decodedDocumentAndLength(file).document
  }

  /// The document of a file and its mentions, those in navigation and boilerplate included.
  package func result(_ file: String) throws(UnreadFile) -> Result {
    let (document, byteCount) = try documentAndLength(file)
    return Result(
      file: file, byteCount: byteCount, document: document, mentions: recognizer.mentions(in: document))
  }

  private func documentAndLength(_ file: String) throws(UnreadFile) -> (document: Document, byteCount: Int) {
    let (document, byteCount) = try decodedDocumentAndLength(file)
    return (normalizer.normalize(document), byteCount)
  }

  private func decodedDocumentAndLength(_ file: String) throws(UnreadFile) -> (document: Document, byteCount: Int) {
    do throws(Quarantine) {
      let bytes = try Self.bytes(of: file)
      let origin = Document.Origin(sourceID: "command-line", path: file, encoding: encoding)
      return (try reader.document(bytes, origin: origin), bytes.count)
    } catch {
      throw UnreadFile(file: file, reason: error)
    }
  }

  private static func bytes(of file: String) throws(Quarantine) -> [UInt8] {
    // A shell names the output of a command as a pipe: assay extract <(pdftotext a.pdf -)
    if file != "-", FileSystem.status(of: file)?.kind == .pipe {
      do {
        return try WholeFile.bytes(at: file, named: file)
      } catch {
        throw Quarantine(rule: "unreadable-file", message: error.description, value: file, expected: "bytes")
      }
    }
    guard file == "-" else { return try SourceFile.bytes(at: file, maximum: maximumFileBytes) }
    guard let bytes = WholeFile.bytes(of: 0) else {
      throw Quarantine(
        rule: "unreadable-file", message: "standard input cannot be read", value: "-", expected: "bytes")
    }
    return bytes
  }
}

/// A file that a subcommand cannot read.
package struct UnreadFile: Error, Sendable, Hashable, CustomStringConvertible {
  /// What and why.
  package let description: String
  /// Whether the file system refuses, rather than the file being no text.
  package let isInputOutput: Bool

  fileprivate init(file: String, reason: Quarantine) {
    let advice = file.contains("\u{FFFD}") ? "; a name that is not UTF-8 cannot be given, rename the file" : ""
    description = "\(file): \(reason.message)\(advice)"
    isInputOutput = reason.rule == "unreadable-file"
  }
}

extension Document {
  /// The first and last byte in the file of what a span stands for.
  func sourceHull(of span: Range<Int>) -> Range<Int> {
    let ranges = text.sourceRanges(of: span)
    let start = ranges.map(\.lowerBound).min() ?? 0
    return start..<(ranges.map(\.upperBound).max() ?? start)
  }
}
