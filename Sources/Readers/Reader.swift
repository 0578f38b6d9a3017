// Stage 1: the bytes of a file become a document.
import Formats
import Model

package struct Reader: Sendable {
  private let rules: RuleChoices

  package init(rules: RuleChoices) { self.rules = rules }

  /// The document in `bytes`: plain text or Markdown by the extension of its path; encoding by byte order mark, then
  /// configuration, then declaration in the text, then detection. Bytes that mean nothing in the encoding become U+FFFD, with a finding. Throws for an
  /// empty file and for one that is no text.
  package func document(_ bytes: [UInt8], origin: Document.Origin) throws(Quarantine) -> Document {
    guard !bytes.isEmpty else { throw EmptyFile.quarantine }
    if let format = BinaryFormat.known(of: bytes) { throw BinaryFile.quarantine(format.name) }
    let (decoded, declared) = try decode(bytes, declared: origin.encoding)
    guard !decoded.bytes.isEmpty else { throw EmptyFile.quarantine }
    // Text has no NUL; a declared encoding does not make a binary file one.
    guard !decoded.hasNUL else { throw BinaryFile.unknown }
    let text = Text(bytes: decoded.bytes, pieces: decoded.segments.map(Piece.init))
    var document = Document(
      origin: origin, mediaType: MediaTypes.type(ofPath: origin.path), encoding: decoded.encoding, text: text)
    let findings = [
      declared, DeclaredEncoding.finding(inText: decoded), GuessedEncoding.finding(decoded),
      UndecodableBytes.finding(decoded),
    ]
    document.findings = findings.compactMap(\.self).filter { rules.isEnabled($0.rule) }
    return document
  }

  /// The decoded text, and a finding where the declaration did not decide.
  private func decode(
    _ bytes: [UInt8], declared: String?
  ) throws(Quarantine) -> (decoded: DecodedText, finding: Finding?) {
    do throws(DecodingFailure) {
      let decoded = try TextDecoder.decode(bytes, declared: declared)
      return (decoded, DeclaredEncoding.finding(declared: declared, found: decoded.encoding))
    } catch .unknownEncoding(let name) {
      let decoded = try detect(bytes)
      return (decoded, DeclaredEncoding.unknown(name, found: decoded.encoding))
    } catch {
      throw BinaryFile.unknown
    }
  }

  private func detect(_ bytes: [UInt8]) throws(Quarantine) -> DecodedText {
    do {
      return try TextDecoder.decode(bytes, declared: nil)
    } catch {
      throw BinaryFile.unknown
    }
  }
}

extension Piece {
  fileprivate init(_ segment: DecodedText.Segment) {
    let form: Form =
      switch segment.form {
      case .verbatim: .verbatim
      case .singleByte: .singleByte
      case .utf16: .utf16
      case .whole: .whole
      }
    self.init(text: segment.text, source: segment.source, form: form)
  }
}
