// The elements that hold nothing but text, gathered for one element around them: a table's row has seventy of them, and
// libxml2 takes them in one stroke far sooner than one by one.

/// Written as libxml2 would write them one by one with indentation: each on a line of its own. See `XMLWriter.write`.
package struct XMLLeaves: Sendable {
  /// All tags, one after the other, and where those of each name are.
  private let tags: [UInt8]
  private let starts: [Range<Int>]
  private let ends: [Range<Int>]
  /// What stands before the end tag of the element around them.
  private let ending: [UInt8]
  private(set) var bytes: [UInt8] = []

  /// The names that leaves can have, in order; `depth` elements stand around them.
  package init(_ names: [String], depth: Int) {
    var tags: [UInt8] = []
    func add(_ tag: [UInt8]) -> Range<Int> {
      tags += tag
      return (tags.count - tag.count)..<tags.count
    }
    starts = names.map { add(Self.line(depth) + Array("<\($0)>".utf8)) }
    ends = names.map { add(Array("</\($0)>".utf8)) }
    self.tags = tags
    ending = Self.line(depth - 1)
  }

  /// An element with the name at an index, and text in it. Text is taken to be well-formed UTF-8.
  package mutating func append(_ name: Int, _ text: String) {
    appendTag(starts[name])
    var text = text
    text.withUTF8 { text in
      switch XMLText.classify(text) {
      case .plain: bytes.append(contentsOf: text)
      case .escapable: XMLText.appendEscaped(text, to: &bytes)
      case .forbidden:
        XMLText.replacingForbidden(text).withUnsafeBufferPointer { XMLText.appendEscaped($0, to: &bytes) }
      }
    }
    appendTag(ends[name])
  }

  package mutating func append(_ name: Int, _ value: Int) {
    appendTag(starts[name])
    bytes.appendDecimal(value)
    appendTag(ends[name])
  }

  /// Text of digits, signs and letters only.
  package mutating func append(_ name: Int, plain text: [UInt8]) {
    appendTag(starts[name])
    bytes += text
    appendTag(ends[name])
  }

  private mutating func appendTag(_ range: Range<Int>) {
    tags.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  mutating func end() { bytes += ending }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private static func line(_ depth: Int) -> [UInt8] { [0x0A] + [UInt8](repeating: 0x20, count: 2 * depth) }
}
