// Writes what a document says of itself into its fields.

import Model

extension Document {
  /// Title, authors, publication, volume, issue, date with its basis and evidence, and address.
  mutating func describe(by outline: Outline, in bytes: UnsafeBufferPointer<UInt8>) {
    let imprint = outline.imprint
    func string(_ range: Range<Int>) -> String { Self.folded(range, in: bytes) }
    title = imprint.title.map(string) ?? title
    authors = imprint.authors.flatMap { AuthorNames(string($0)).names }
    publication = imprint.publication.map { string($0.value) } ?? publication
    volume = imprint.volume.map(string) ?? volume
    issue = imprint.issue.map(string) ?? issue
    url = imprint.url.map(string) ?? origin.url
    if publication == nil, let printed = imprint.url { publication = WebAddress(string(printed)).shortHostName }
    date(by: imprint, in: bytes)
  }

  /// A printed date comes before one in the address, and that before the one configured.
  private mutating func date(by imprint: Imprint, in bytes: UnsafeBufferPointer<UInt8>) {
    if let printed = imprint.date {
      publishedDate = printed.value
      dateBasis = .printed
      dateEvidence = Self.folded(printed.range, in: bytes)
    } else if let url, let found = WebAddress(url).date {
      publishedDate = found.date
      dateBasis = .url
      dateEvidence = found.text
    } else if let configured = origin.date {
      publishedDate = configured
      dateBasis = .configured
      dateEvidence = configured.description
    }
  }

  /// The text of a range with white space folded.
  private static func folded(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes[range] {
      if !Byte.isSpace(byte) { text.append(byte) } else if text.last != Byte.space, !text.isEmpty { text.append(0x20) }
    }
    if text.last == Byte.space { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The names in a by-line.
struct AuthorNames {
  let names: [String]

  /// Splits at commas, semicolons and "and"; a comma without an "and" after it parts the name from an employer.
  init(_ line: String) {
    var rest = Substring(line)
    if rest.hasPrefix("the ") || rest.hasPrefix("The ") { rest = rest.dropFirst(4) }
    guard rest.utf8.contains(where: { [0x26, 0x2C, 0x3B, 0x7C].contains($0) }) || Self.joins(rest.utf8) else {
      names = rest.isEmpty ? [] : [String(rest)]
      return
    }
    let words = rest.split(separator: " ")
    let groups = words.split { ["and", "&", "и"].contains($0) }.map { $0.joined(separator: " ") }
    var names: [String] = []
    for (index, group) in groups.enumerated() {
      let parts = group.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "|" })
      names += (groups.count > 1 && index < groups.count - 1 ? parts[...] : parts.prefix(1)).map { part in
        part.split(separator: " ").joined(separator: " ")
      }
    }
    self.names = names.filter { !$0.isEmpty }
  }

  /// Whether a word "and" may stand in the line, in English or Russian.
  private static func joins(_ line: Substring.UTF8View) -> Bool {
    var last: UInt8 = 0
    for byte in line {
      if last == Byte.space, byte == UInt8(ascii: "a") || byte == 0xD0 { return true }
      last = byte
    }
    return false
  }
}

/// What can be read from the address of a page.
struct WebAddress {
  private let address: String

  init(_ address: String) { self.address = address }

  /// A host name of up to four letters is an abbreviation and stands in capitals: iwpr.net. Others are not guessed at.
  var shortHostName: String? {
    guard let host = parts.first else { return nil }
    let labels = host.split(separator: ".").filter { $0 != "www" }
    guard labels.count >= 2, let name = labels.first, (2...4).contains(name.utf8.count),
      name.utf8.allSatisfy(Byte.isLetter)
    else { return nil }
    return name.uppercased()
  }

  /// A date in the path: /2013/10/, /2013/10/05/, /2013-10-05.
  var date: (date: PartialDate, text: String)? {
    let parts = parts.dropFirst()
    for index in parts.indices {
      let part = parts[index]
      if part.utf8.count >= 10, let date = PartialDate(edtf: part.prefix(10)) { return (date, String(part.prefix(10))) }
      guard part.utf8.count == 4, let year = Int(part), (1990...2100).contains(year), index + 1 < parts.endIndex,
        let month = number(parts[index + 1])
      else { continue }
      if index + 2 < parts.endIndex, let day = number(parts[index + 2]),
        let date = PartialDate(year: year, month: month, day: day)
      {
        return (date, parts[index...(index + 2)].joined(separator: "/"))
      }
      return PartialDate(year: year, month: month).map { ($0, parts[index...(index + 1)].joined(separator: "/")) }
    }
    return nil
  }

  private func number(_ part: Substring) -> Int? { part.utf8.count <= 2 ? Int(part) : nil }

  /// The host and the parts of the path.
  private var parts: [Substring] {
    guard let slash = address.utf8.firstIndex(of: UInt8(ascii: "/")) else { return [] }
    return address[slash...].split(separator: "/")
  }
}
