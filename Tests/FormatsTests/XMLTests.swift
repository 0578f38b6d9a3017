// XML: what is written is well-formed whatever the text, and validation finds what does not fit.
import Testing

@testable import Formats

struct XMLTests {
  private func written(_ body: (XMLWriter) throws -> Void) throws -> String {
    let writer = XMLWriter()
    try body(writer)
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  private static let schema = Array(
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="list"><xs:complexType><xs:sequence>
        <xs:element name="n" type="xs:integer" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """.utf8)

  @Test func escapesText() throws {
    let text = try written { writer in
      try writer.startElement(XMLName("a"))
      try writer.attribute(XMLName("name"), "\"<&>\"\u{1}")
      try writer.text("plain ")
      try writer.text("1 < 2 & 3 > 2\r\n\"q\" é😀")
      try writer.startElement(XMLName("b"))
      try writer.text("]]>")
      try writer.endElement()
      try writer.endElement()
    }
    #expect(
      text
        == "<a name=\"&quot;&lt;&amp;&gt;&quot;&#xFFFD;\">plain 1 &lt; 2 &amp; 3 &gt; 2&#13;\n&quot;q&quot; é😀"
        + "<b>]]&gt;</b></a>")
  }

  @Test func replacesWhatXMLCannotHold() throws {
    let text = try written { writer in
      try writer.startElement(XMLName("a"))
      try writer.text("\u{0}\u{1}\t\n\u{B}\u{1F}\u{7F}\u{FFFD}\u{FFFE}\u{FFFF}\u{10FFFF}")
    }
    #expect(text == "<a>\u{FFFD}\u{FFFD}\t\n\u{FFFD}\u{FFFD}\u{7F}\u{FFFD}\u{FFFD}\u{FFFD}\u{10FFFF}</a>")
  }

  @Test func writesLongTexts() throws {
    let plain = String(repeating: "some text, and more ", count: 70_000)
    let text = try written { writer in
      try writer.startDocument()
      try writer.startElement(XMLName("a"))
      try writer.text(plain)
      try writer.text(plain + "&")
    }
    let isWhole = text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\(plain)\(plain)&amp;</a>"
    #expect(isWhole, "wrote \(text.utf8.count) bytes, ending in \(text.suffix(30))")
  }

  @Test func validDocumentsHaveNoProblems() throws {
    let validator = try XMLSchemaValidator(schema: Self.schema)
    #expect(validator.problems(in: Array("<list><n>1</n><n>-2</n></list>".utf8)) == [])
  }

  @Test func problemsNameTheirLine() throws {
    let validator = try XMLSchemaValidator(schema: Self.schema)
    let problems = validator.problems(in: Array("<list>\n<n>1</n>\n<n>one</n>\n<m/>\n</list>".utf8))
    #expect(problems.first?.line == 3)
    #expect(problems.contains { $0.message.contains("'one' is not a valid value") })
    #expect(problems.contains { $0.line == 4 })
  }

  @Test func hostileDocumentsAreRefused() throws {
    let validator = try XMLSchemaValidator(schema: Self.schema)
    let documents = [
      "", "<list>", "<list></lost>", "no markup", "<list>\u{1}</list>", "<other/>",
      "<!DOCTYPE list [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><list><n>&x;</n></list>",
      "<!DOCTYPE list SYSTEM \"http://127.0.0.1/x.dtd\"><list/>",
      "<!DOCTYPE list [<!ENTITY a \"1\"><!ENTITY b \"&a;&a;\">]><list><n>&b;</n></list>",
      String(repeating: "<list>", count: 5_000),
    ]
    for document in documents {
      #expect(!validator.problems(in: Array(document.utf8)).isEmpty, "accepted: \(document.prefix(60))")
    }
  }

  @Test func problemsAreLimited() throws {
    let validator = try XMLSchemaValidator(schema: Self.schema)
    let document = "<list>" + String(repeating: "<n>x</n>", count: 1_000) + "</list>"
    #expect(validator.problems(in: Array(document.utf8), limit: 5).count == 5)
  }

  @Test func brokenSchemasAreRefused() {
    #expect(throws: XMLProblem.self) { try XMLSchemaValidator(schema: Array("<xs:schema/>".utf8)) }
    #expect(throws: XMLProblem.self) { try XMLSchemaValidator(schema: []) }
  }
}
