// Reads dates as they are printed: 12 August 2003; August 12, 2003; 05/19/2004; 2004-05-19; March 2009; 18 сентября 2013.

import Model

/// Reads from the bytes of one line. A numeric date whose order cannot be told gives its year alone,
/// one whose day cannot be its month.
struct DateReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the line ends.
  let end: Int

  /// The first date that begins in `range`, with the bytes it is written in.
  func first(in range: Range<Int>) -> (date: PartialDate, range: Range<Int>)? {
    var position = range.lowerBound
    while position < range.upperBound {
      if let (date, end) = date(at: position) { return (date, position..<end) }
      while position < range.upperBound, isInk(position) { position += 1 }
      while position < range.upperBound, !isInk(position) { position += 1 }
    }
    return nil
  }

  /// The date that begins at a position.
  func date(at position: Int) -> (PartialDate, Int)? {
    if let number = number(at: position) {
      return number.length == 4 ? yearFirst(number, at: position) : dayFirst(number) ?? numeric(number)
    }
    return MonthNames.month(at: position, in: bytes, end: end).flatMap { monthFirst($0.month, from: $0.end) }
  }

  private struct Number {
    var value: Int
    var length: Int
    var end: Int
  }

  private func byte(_ position: Int) -> UInt8 { position < end ? bytes[position] : Byte.lineFeed }
  private func isInk(_ position: Int) -> Bool { byte(position) >= 0x80 || Byte.isAlphanumeric(byte(position)) }

  private func number(at position: Int) -> Number? {
    var index = position
    var value = 0
    while Byte.isDigit(byte(index)), index - position < 5 {
      value = value * 10 + Int(byte(index) - 0x30)
      index += 1
    }
    return index == position || index - position > 4 ? nil : Number(value: value, length: index - position, end: index)
  }

  private func year(at position: Int) -> Number? {
    guard let year = number(at: position), year.length == 4, (1500...2200).contains(year.value) else { return nil }
    return year
  }

  private func skipping(_ signs: StaticString, from position: Int) -> Int {
    var index = position
    while index < end, index < position + 3 {
      var isSign = false
      for place in 0..<signs.utf8CodeUnitCount where signs.utf8Start[place] == bytes[index] { isSign = true }
      if !isSign { return index }
      index += 1
    }
    return index
  }

  /// 2004-05-19, 2004/05/19, 2004.05.19 and 2004年5月19日.
  private func yearFirst(_ year: Number, at position: Int) -> (PartialDate, Int)? {
    let separator = byte(year.end)
    if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") {
      guard let month = number(at: year.end + 1), month.length <= 2, byte(month.end) == separator,
        let day = number(at: month.end + 1), day.length <= 2
      else { return nil }
      return PartialDate(year: year.value, month: month.value, day: day.value).map { ($0, day.end) }
    }
    guard holds("年", at: year.end), let month = number(at: year.end + 3), holds("月", at: month.end) else { return nil }
    guard let day = number(at: month.end + 3), holds("日", at: day.end) else {
      return PartialDate(year: year.value, month: month.value).map { ($0, month.end + 3) }
    }
    return PartialDate(year: year.value, month: month.value, day: day.value).map { ($0, day.end + 3) }
  }

  private func holds(_ text: StaticString, at position: Int) -> Bool {
    Window(bytes: bytes, isMarkdown: false).holds(text, at: position)
  }

  /// 12 August 2003, 12th of August, 2003.
  private func dayFirst(_ day: Number) -> (PartialDate, Int)? {
    var index = day.end
    if Byte.isLower(byte(index)), Byte.isLower(byte(index + 1)), !Byte.isLower(byte(index + 2)) { index += 2 }
    index = skipping(" .-", from: index)
    if holds("of ", at: index) { index += 3 }
    guard index > day.end, let month = MonthNames.month(at: index, in: bytes, end: end),
      let year = year(at: skipping(" ,.-", from: month.end))
    else { return nil }
    return PartialDate(year: year.value, month: month.month, day: day.value).map { ($0, year.end) }
  }

  /// August 12, 2003; August 2003.
  private func monthFirst(_ month: Int, from position: Int) -> (PartialDate, Int)? {
    let start = skipping(" ,.", from: position)
    guard start > position else { return nil }
    if let year = year(at: start) { return PartialDate(year: year.value, month: month).map { ($0, year.end) } }
    guard let day = number(at: start), day.length <= 2 else { return nil }
    var index = day.end
    if Byte.isLower(byte(index)), Byte.isLower(byte(index + 1)) { index += 2 }
    guard let year = year(at: skipping(" ,", from: index)) else { return nil }
    return PartialDate(year: year.value, month: month, day: day.value).map { ($0, year.end) }
  }

  /// 05/19/2004, 19.05.2004: a number over twelve tells which is the day; points are written between day and month
  /// where the day comes first.
  private func numeric(_ first: Number) -> (PartialDate, Int)? {
    let separator = byte(first.end)
    guard [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(separator),
      let second = number(at: first.end + 1), second.length <= 2, byte(second.end) == separator,
      let year = year(at: second.end + 1)
    else { return nil }
    if first.value > 12 || separator == UInt8(ascii: ".") || first.value == second.value {
      return PartialDate(year: year.value, month: second.value, day: first.value).map { ($0, year.end) }
    }
    if second.value > 12 {
      return PartialDate(year: year.value, month: first.value, day: second.value).map { ($0, year.end) }
    }
    return PartialDate(year: year.value).map { ($0, year.end) }
  }
}
