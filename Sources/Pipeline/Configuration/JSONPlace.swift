// A place in a JSON text, written as a JSON path.

/// `$.sources[1].language`, `$.rules["no-break-spaces"]`.
package struct JSONPlace: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  package static let root = JSONPlace(description: "$")

  /// The place of a member.
  package subscript(key: String) -> JSONPlace {
    let isPlain =
      !key.isEmpty && key.utf8.allSatisfy { $0 < 0x80 && ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x24) }
    return JSONPlace(description: description + (isPlain ? ".\(key)" : "[\"\(key)\"]"))
  }

  /// The place of an element.
  package subscript(index: Int) -> JSONPlace { JSONPlace(description: description + "[\(index)]") }
}
