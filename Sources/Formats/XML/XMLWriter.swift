// Writes XML 1.0 in UTF-8 through libxml2's writer.
import CLibXML2
import Glibc

/// The name of an element with its tags spelled out once, for elements written many times.
package struct XMLTag: Sendable, Hashable {
  fileprivate let open: [UInt8]
  fileprivate let close: [UInt8]

  /// `name` is an XML name; `indent` spaces and a line end stand around the element.
  package init(_ name: String, indent: Int = 0) {
    open = [UInt8](repeating: 0x20, count: indent) + Array("<\(name)>".utf8)
    close = Array("</\(name)>\n".utf8)
  }
}

/// Characters that XML 1.0 does not allow (U+0000 to U+001F but tab, line feed and carriage return; U+FFFE, U+FFFF) are
/// written as U+FFFD. Text is taken to be well-formed UTF-8. Not thread-safe.
///
/// A final class because libxml2 calls back into it; it must end with `finish`.
package final class XMLWriter {
  private static let chunk = 1 << 15

  private let drain: Drain
  private let writer: xmlTextWriterPtr?
  /// Markup and text without anything to escape, gathered so that libxml2 is asked rarely.
  private var pending: [UInt8] = []

  package init(to output: ByteOutput) {
    precondition(LibXML.isReady)
    drain = Drain(output)
    // The writer frees the buffer, and is freed before `drain`.
    writer = xmlNewTextWriter(
      xmlOutputBufferCreateIO(Drain.write, nil, Unmanaged.passUnretained(drain).toOpaque(), nil))
  }

  deinit { xmlFreeTextWriter(writer) }

  /// The XML declaration.
  package func startDocument() throws(OutputError) {
    try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  package func startElement(_ name: String, attributes: [(name: String, value: String)] = []) throws(OutputError) {
    try handOn()
    try check(xmlTextWriterStartElement(writer, name))
    for attribute in attributes {
      let value = Array(attribute.value.utf8).withUnsafeBufferPointer { XMLText.replacingForbidden($0) } + [0]
      try check(xmlTextWriterWriteAttribute(writer, attribute.name, value))
    }
  }

  package func endElement() throws(OutputError) {
    try handOn()
    try check(xmlTextWriterFullEndElement(writer))
  }

  package func text(_ text: String) throws(OutputError) {
    var text = text
    if let escapable = text.withUTF8({ Self.append($0, to: &pending) }) {
      try handOn()
      try check(xmlTextWriterWriteString(writer, escapable))
    }
    if pending.count >= Self.chunk { try handOn() }
  }

  /// Markup given as it is to stand: line ends and indents between elements, or a piece of XML of our own.
  package func raw(_ markup: [UInt8]) throws(OutputError) {
    pending.append(contentsOf: markup)
    if pending.count >= Self.chunk { try handOn() }
  }

  /// An element that holds text only.
  package func element(_ tag: XMLTag, _ text: String) throws(OutputError) {
    pending.append(contentsOf: tag.open)
    try self.text(text)
    pending.append(contentsOf: tag.close)
  }

  /// An element that holds digits, signs and letters only.
  package func element(_ tag: XMLTag, plain text: [UInt8]) throws(OutputError) {
    pending.append(contentsOf: tag.open)
    pending.append(contentsOf: text)
    pending.append(contentsOf: tag.close)
  }

  /// Ends every open element and hands everything to the output, without flushing that.
  package func finish() throws(OutputError) {
    try handOn()
    try check(xmlTextWriterEndDocument(writer))
    try check(xmlTextWriterFlush(writer))
  }

  /// Appends text that stands in XML as it is; returns any other, ending in a NUL, for libxml2 to escape.
  private static func append(_ text: UnsafeBufferPointer<UInt8>, to pending: inout [UInt8]) -> [UInt8]? {
    switch XMLText.classify(text) {
    case .plain:
      pending.append(contentsOf: text)
      return nil
    case .escapable: return [UInt8](text) + [0]
    case .forbidden: return XMLText.replacingForbidden(text) + [0]
    }
  }

  private func handOn() throws(OutputError) {
    // libxml2 counts in Int32.
    var rest = pending[...]
    while !rest.isEmpty {
      let part = rest.prefix(1 << 30)
      try check(part.withUnsafeBufferPointer { xmlTextWriterWriteRawLen(writer, $0.baseAddress, Int32($0.count)) })
      rest = rest.dropFirst(part.count)
    }
    pending.removeAll(keepingCapacity: true)
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
