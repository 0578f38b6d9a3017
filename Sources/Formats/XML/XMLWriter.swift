// Writes XML 1.0 in UTF-8 through libxml2's writer.
import CLibXML2

/// The name of an element, as libxml2 takes it.
package struct XMLName: Sendable, Hashable {
  fileprivate let terminated: [UInt8]

  /// An XML name.
  package init(_ name: String) { terminated = Array(name.utf8) + [0] }
}

/// libxml2 has no memory left for what is written.
package struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  package var description: String { "cannot write XML: memory ran out" }
}

/// Characters that XML 1.0 does not allow (U+0000 to U+001F but tab, line feed and carriage return; U+FFFE, U+FFFF) are
/// written as U+FFFD. Text is taken to be well-formed UTF-8. Not thread-safe.
///
/// A final class because libxml2 writes to a buffer of its own, which must be freed; it must end with `finish`.
package final class XMLWriter {
  private let buffer: xmlBufferPtr?
  private let writer: xmlTextWriterPtr?
  private var depth = 0

  /// With `indent`, elements that hold elements stand on lines of their own, each level two spaces further in.
  package init(indent: Bool = false) {
    precondition(LibXML.isReady)
    buffer = xmlBufferCreate()
    writer = xmlNewTextWriterMemory(buffer, 0)
    if indent {
      xmlTextWriterSetIndent(writer, 1)
      xmlTextWriterSetIndentString(writer, "  ")
    }
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

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

  /// Ends every open element and returns all that was written.
  package func finish() throws(OutputError) -> [UInt8] {
    while depth > 0 { try endElement() }
    try check(xmlTextWriterFlush(writer))
    return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(max(0, xmlBufferLength(buffer)))))
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
    if result < 0 { throw OutputError() }
  }
}
