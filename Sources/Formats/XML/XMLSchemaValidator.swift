// Validates XML against an XSD while reading it, so that memory stays flat but for keys.
import CLibXML2

/// Something in an XML document that does not fit, and where.
package struct XMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// 1-based; 0 where libxml2 names none.
  package let line: Int
  package let message: String

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }

  package var description: String { "line \(line): \(message)" }
}

/// A compiled schema (W3C XML Schema 1.0). No document can make it read a file or the network; document type
/// declarations are refused.
///
/// `@unchecked Sendable`: libxml2 only reads a compiled schema while validating; each validation has its own contexts.
package final class XMLSchemaValidator: @unchecked Sendable {
  private let schema: xmlSchemaPtr?

  /// Throws the first problem of a schema that cannot be compiled.
  package init(schema source: [UInt8]) throws(XMLProblem) {
    precondition(LibXML.isReady)
    let problems = ProblemList(limit: 1)
    schema = source.withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      let context = xmlSchemaNewMemParserCtxt(text.baseAddress, Int32(clamping: text.count))
      defer { xmlSchemaFreeParserCtxt(context) }
      xmlSchemaSetParserStructuredErrors(context, ProblemList.take, problems.pointer)
      return xmlSchemaParse(context)
    }
    guard schema != nil else {
      throw problems.problems.first ?? XMLProblem(line: 0, message: "the schema cannot be compiled")
    }
  }

  deinit { xmlSchemaFree(schema) }

  /// What is wrong with a document in memory, at most `limit` problems; empty where it is valid.
  package func problems(in document: [UInt8], limit: Int = 100) -> [XMLProblem] {
    document.withUnsafeBytes { bytes in
      let text = bytes.bindMemory(to: CChar.self)
      return problems(limit: limit) {
        xmlReaderForMemory(text.baseAddress, Int32(clamping: text.count), nil, nil, Self.options)
      }
    }
  }

  /// What is wrong with the document an open descriptor gives from its position on.
  package func problems(fileDescriptor: Int32, limit: Int = 100) -> [XMLProblem] {
    problems(limit: limit) { xmlReaderForFd(fileDescriptor, nil, nil, Self.options) }
  }

  private static let options = Int32(XML_PARSE_NONET.rawValue)

  private func problems(limit: Int, reading open: () -> xmlTextReaderPtr?) -> [XMLProblem] {
    let list = ProblemList(limit: limit)
    guard let reader = open(), let context = xmlSchemaNewValidCtxt(schema) else {
      return [XMLProblem(line: 0, message: "the document cannot be opened")]
    }
    defer {
      xmlFreeTextReader(reader)
      xmlSchemaFreeValidCtxt(context)
    }
    xmlTextReaderSetStructuredErrorHandler(reader, ProblemList.take, list.pointer)
    xmlSchemaSetValidStructuredErrors(context, ProblemList.take, list.pointer)
    xmlTextReaderSchemaValidateCtxt(reader, context, 0)
    var result = xmlTextReaderRead(reader)
    while result == 1, list.hasRoom {
      if xmlTextReaderNodeType(reader) == XML_READER_TYPE_DOCUMENT_TYPE.rawValue {
        list.add(XMLProblem(line: line(of: reader), message: "found a document type declaration, expected none"))
        return list.problems
      }
      result = xmlTextReaderRead(reader)
    }
    if result == 0, list.problems.isEmpty, xmlTextReaderIsValid(reader) != 1 {
      list.add(XMLProblem(line: 0, message: "the document does not fit its schema"))
    }
    if result < 0, list.problems.isEmpty {
      list.add(XMLProblem(line: line(of: reader), message: "the document is not well-formed"))
    }
    return list.problems
  }

  private func line(of reader: xmlTextReaderPtr) -> Int { Int(xmlTextReaderGetParserLineNumber(reader)) }
}

/// Collects what libxml2 reports.
private final class ProblemList {
  private let limit: Int
  private(set) var problems: [XMLProblem] = []

  init(limit: Int) { self.limit = limit }

  var hasRoom: Bool { problems.count < limit }
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  func add(_ problem: XMLProblem) {
    if hasRoom { problems.append(problem) }
  }

  static let take: @convention(c) (UnsafeMutableRawPointer?, xmlErrorPtr?) -> Void = { list, error in
    guard let list, let error = error?.pointee else { return }
    var message = error.message.map { String(cString: $0) } ?? "unknown problem"
    while message.last?.isWhitespace == true { message.removeLast() }
    Unmanaged<ProblemList>.fromOpaque(list).takeUnretainedValue()
      .add(XMLProblem(line: Int(error.line), message: message))
  }
}
