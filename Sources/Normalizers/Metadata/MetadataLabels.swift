// The labels under which documents print their own data, and the values behind them.

/// What a label announces.
enum MetadataLabel {
  case title, author, publication, volume, issue, date, address
  /// Place, section, tags: no column of their own; the lines below in the same block belong to them.
  case subject

  private static let names: [(text: [UInt8], label: MetadataLabel)] = {
    let rows: [(String, MetadataLabel)] = [
      ("title headline заголовок", .title),
      ("author authors by written_by prepared_by reported_by автор авторы", .author),
      ("publication published_in journal newspaper magazine source издание источник", .publication),
      ("volume vol том", .volume),
      ("issue number no номер", .issue),
      ("date published published_on publication_date posted posted_on filed dated issued дата опубликовано", .date),
      ("url source_url link permalink ссылка", .address),
      ("location region country topic topics tags keywords category categories section тема теги регион", .subject),
    ]
    return rows.flatMap { row in
      row.0.split(separator: " ").map { (Array($0.utf8).map { $0 == UInt8(ascii: "_") ? Byte.space : $0 }, row.1) }
    }
  }()

  /// The label whose colon stands at `colon`, and where it starts; the longest one, not before `start`.
  static func label(
    before colon: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (label: MetadataLabel, start: Int)? {
    var best: (label: MetadataLabel, start: Int)?
    for (text, label) in names where colon - text.count >= start {
      let begin = colon - text.count
      guard begin == start || bytes[begin - 1] == Byte.space,
        (0..<text.count).allSatisfy({ folded(bytes, begin, $0) == text[$0] })
      else { continue }
      if begin < best?.start ?? Int.max { best = (label, begin) }
    }
    return best
  }

  /// The byte at `begin + offset` in lower case; of Cyrillic only a capital that begins the label is lowered.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ begin: Int, _ offset: Int) -> UInt8 {
    let byte = bytes[begin + offset]
    guard begin + 1 < bytes.count, bytes[begin] == 0xD0, (0x90...0x9F).contains(bytes[begin + 1]), offset == 1 else {
      return Byte.lowercased(byte)
    }
    return byte + 0x20
  }

  /// The labelled values of a line; empty where it does not begin with a label.
  static func values(
    in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> [(label: MetadataLabel, value: Range<Int>)] {
    var found: [(label: MetadataLabel, value: Range<Int>)] = []
    var open: (label: MetadataLabel, value: Int)?
    for index in line where bytes[index] == UInt8(ascii: ":") {
      guard let next = label(before: index, from: open?.value ?? line.lowerBound, in: bytes) else {
        if open == nil { return [] }
        continue
      }
      guard open != nil || next.start == line.lowerBound else { return [] }
      if let open { found.append((open.label, trimmed(open.value..<next.start, in: bytes))) }
      open = (next.label, index + 1)
    }
    if let open { found.append((open.label, trimmed(open.value..<line.upperBound, in: bytes))) }
    return found
  }

  static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Byte.isSpace(bytes[start]) { start += 1 }
    while end > start, Byte.isSpace(bytes[end - 1]) || [0x2C, 0x3B, 0x7C].contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
