// The words a caption begins with.

/// "Table 3. Budget by ministry", "Рис. 2", "表2": a name of what stands there.
enum CaptionOpening {
  /// Whether a caption begins at a position.
  static func stands(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let window = Window(bytes: bytes, isMarkdown: false)
    if words.contains(where: { window.holds($0, at: position) }) { return true }
    return numbered.contains { word in
      window.holds(word, at: position) && isNumber(window.byte(position + word.utf8CodeUnitCount))
    }
  }

  /// A digit or the first of a Roman number.
  private static func isNumber(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
  }

  private static let words: [StaticString] = [
    "Table ", "Figure ", "Fig. ", "Photo", "Таблица ", "Рис. ",
  ]

  /// Words that are captions only with a number behind them.
  private static let numbered: [StaticString] = [
    "TABLE ", "ТАБЛИЦА ", "Табл. ", "Tableau ", "Tabelle ", "Tabla ", "Tabela ", "Tabella ", "Tabel ", "Tablo ", "表",
  ]
}
