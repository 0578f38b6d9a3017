// A stretch of a document with one role. The regions of a document tile its text.

package struct Region: Sendable, Hashable {
  package enum Role: String, Sendable, CaseIterable {
    case heading, metadata, body, list, table, caption, footnote, affiliation, navigation, boilerplate

    /// Whether a run publishes what is said here.
    package var isContent: Bool { self != .navigation && self != .boilerplate }
  }

  package var role: Role
  /// Bytes of the normalized text.
  package var span: Range<Int>
  /// For a footnote: the number or sign it is marked with.
  package var label: String?

  package init(role: Role, span: Range<Int>, label: String? = nil) {
    self.role = role
    self.span = span
    self.label = label
  }
}

/// A footnote marker taken out of the running text, and the footnote it leads to.
package struct FootnoteLink: Sendable, Hashable {
  /// Where in the normalized text the marker stood.
  package var position: Int
  package var label: String
  /// The marker's bytes in the file.
  package var source: Range<Int>

  package init(position: Int, label: String, source: Range<Int>) {
    self.position = position
    self.label = label
    self.source = source
  }
}
