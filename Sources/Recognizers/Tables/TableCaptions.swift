// The lines around a table that say what it is: a caption above, a note below.
import Model

enum TableCaptions {
  /// Lines looked at on each side.
  private static let most = 4
  /// Longer lines are running text.
  private static let longest = 400

  /// The lines above a table that name it, in the order of the text.
  static func above(_ table: Int, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = table
    var blanks = 0
    while end > 0, found.count < most {
      var start = end - 1
      while start > 0, text[start - 1] != 0x0A, end - start <= longest + 2 { start -= 1 }
      let line = TableLine.ink(start..<end, in: text)
      end = start
      if line.isEmpty {
        blanks += 1
        if blanks > found.count + 1 { break }
        continue
      }
      guard line.count <= longest, found.isEmpty || isTitle(line, in: text), !isColumned(line, in: text) else { break }
      found.insert(line, at: 0)
      if isNamed(line, in: text) { break }
    }
    return found
  }

  /// The lines right below a table, and of the paragraph behind one blank line.
  ///
  /// Lines behind a blank one that stand right above the `next` table are its caption.
  static func below(_ table: Int, before next: Int?, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = table
    var blanks = 0
    while start < text.count, found.count < most {
      var end = start
      while end < text.count, text[end] != 0x0A, end - start <= longest { end += 1 }
      let line = TableLine.ink(start..<end, in: text)
      if line.isEmpty {
        blanks += 1
        if blanks > 2 || !found.isEmpty { break }
      } else {
        guard line.count < longest, !isNamed(line, in: text), !isColumned(line, in: text) else { break }
        found.append(line)
      }
      start = end + 1
    }
    guard let next, blanks > 0, let last = found.last,
      !text[last.upperBound..<max(next, last.upperBound)].contains(where: { !TableLine.isSpace($0) })
    else { return found }
    return []
  }

  /// "Table 3. …": the word and a space or number.
  static func isNamed(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains { name in
      line.count > name.count && zip(name, line).allSatisfy { fold(text[$1]) == $0 }
    }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static let names = [
    "table ", "tableau ", "tabelle ", "tabla ", "tabela ", "tabella ", "tabel ", "tablo ", "annex ", "appendix ",
    "schedule ", "exhibit ", "box ", "Таблица ", "ТАБЛИЦА ", "Табл. ", "Приложение ", "表",
  ].map { Array($0.utf8) }

  /// A short line that is no sentence; a longer one may state the unit, but is about other things too.
  static func isTitle(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isNamed(line, in: text) { return true }
    guard line.count <= 160 else { return false }
    switch text[line.upperBound - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return false
    default: return true
    }
  }

  /// Bars, tabs or wide gaps: a row of another table.
  private static func isColumned(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    line.contains { index in
      text[index] == UInt8(ascii: "|") || text[index] == 0x09 || text[index] == 0x20 && text[index + 1] == 0x20
    }
  }
}
