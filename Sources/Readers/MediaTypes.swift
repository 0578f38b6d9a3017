// The media type of a file by the extension of its path.
import Model

enum MediaTypes {
  private static let markdown: Set<String> = ["md", "markdown"]

  /// Markdown for `.md` and `.markdown`, plain text for anything else.
  static func type(ofPath path: String) -> Document.MediaType {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return .plain }
    return markdown.contains(name[name.index(after: dot)...].lowercased()) ? .markdown : .plain
  }
}
