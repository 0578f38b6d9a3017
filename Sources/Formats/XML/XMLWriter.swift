// Writes XML 1.0 in UTF-8 through libxml2's writer.
import CLibXML2
import Glibc

/// The name of an element, as libxml2 takes it.
package struct XMLName: Sendable, Hashable {
  fileprivate let terminated: [UInt8]

  /// An XML name.
  package init(_ name: String) { terminated = Array(name.utf8) + [0] }
}

/// Characters that XML 1.0 does not allow (U+0000 to U+001F but tab, line feed and carriage return; U+FFFE, U+FFFF) are
/// written as U+FFFD. Text is taken to be well-formed UTF-8. Not thread-safe.
///
/// A final class because libxml2 calls back into it; it must end with `finish`.
package final class XMLWriter {
  private let drain: Drain
  private let writer: xmlTextWriterPtr?
  private var depth = 0

  /// With `indent`, elements that hold elements stand on lines of their own, each level two spaces further in.
  package init(to output: ByteOutput, indent: Bool = false) {
    precondition(LibXML.isReady)
    drain = Drain(output)
    // The writer frees the buffer, and is freed before `drain`.
    writer = xmlNewTextWriter(
      xmlOutputBufferCreateIO(Drain.write, nil, Unmanaged.passUnretained(drain).toOpaque(), nil))
    if indent {
      xmlTextWriterSetIndent(writer, 1)
      xmlTextWriterSetIndentString(writer, "  ")
    }
  }

  deinit { xmlFreeTextWriter(writer) }

  /// The XML declaration.
  package func startDocument() throws(OutputError) {
    try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  package func startElement(_ name: XMLName) throws(OutputError) {
    try check(xmlTextWriterStartElement(writer, name.terminated))
    depth += 1
  }

  /// An attribute of the element just started.
  package func attribute(_ name: XMLName, _ value: String) throws(OutputError) {
    let clean = Array(value.utf8).withUnsafeBufferPointer { XMLText.replacingForbidden($0) } + [0]
    try check(xmlTextWriterWriteAttribute(writer, name.terminated, clean))
  }

  package func endElement() throws(OutputError) {
    try check(xmlTextWriterFullEndElement(writer))
    depth -= 1
  }

  package func text(_ text: String) throws(OutputError) {
    var text = text
    try check(text.withUTF8 { Self.write($0, to: writer) })
  }

  /// Text of digits, signs and letters only.
  package func text(plain text: [UInt8]) throws(OutputError) {
    try check(xmlTextWriterWriteRawLen(writer, text, Int32(clamping: text.count)))
  }

  /// The leaves of the element just started, which then holds nothing else; `leaves` is empty afterwards. For writers
  /// with `indent`.
  package func write(_ leaves: inout XMLLeaves) throws(OutputError) {
    leaves.end()
    defer { leaves.removeAll() }
    try text(plain: leaves.bytes)
  }

  /// Ends every open element and hands everything to the output, without flushing that.
  package func finish() throws(OutputError) {
    while depth > 0 { try endElement() }
    try check(xmlTextWriterFlush(writer))
  }

  private static func write(_ text: UnsafeBufferPointer<UInt8>, to writer: xmlTextWriterPtr?) -> Int32 {
    // libxml2 counts in Int32.
    guard text.count < Int32.max else { return -1 }
    switch XMLText.classify(text) {
    case .plain: return xmlTextWriterWriteRawLen(writer, text.baseAddress, Int32(text.count))
    // libxml2 escapes text that ends in a NUL.
    case .escapable: return xmlTextWriterWriteString(writer, [UInt8](text) + [0])
    case .forbidden: return xmlTextWriterWriteString(writer, XMLText.replacingForbidden(text) + [0])
    }
  }

  private func check(_ result: Int32) throws(OutputError) {
    if let failure = drain.failure { throw failure }
    // Without a refused write there is only memory that can run out.
    if result < 0 { throw OutputError(code: ENOMEM) }
  }
}

/// Takes what libxml2 hands on, and remembers why it could not be written.
private final class Drain {
  private let output: ByteOutput
  private(set) var failure: OutputError?

  init(_ output: ByteOutput) { self.output = output }

  static let write: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
    drain, bytes, count in
    guard let drain else { return -1 }
    let bytes = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    return Unmanaged<Drain>.fromOpaque(drain).takeUnretainedValue().take(bytes) ? count : -1
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do {
      try output.write(bytes)
      return true
    } catch {
      failure = error
      return false
    }
  }
}
