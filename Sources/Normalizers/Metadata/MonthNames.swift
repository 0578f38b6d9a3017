// Names of months and days of the week, in English and Russian.

enum MonthNames {
  /// The month named at a position, and where its name ends; the name stands as a word of its own.
  static func month(at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> (month: Int, end: Int)? {
    guard position + 3 <= end, bytes[position] >= 0x80 || Byte.isLetter(bytes[position]) else { return nil }
    if bytes[position] < 0x80 {
      // No English month begins with another letter.
      guard [0x61, 0x64, 0x66, 0x6A, 0x6D, 0x6E, 0x6F, 0x73].contains(bytes[position] | 0x20) else { return nil }
      return find(english, at: position, in: bytes, end: end)
    }
    return bytes[position] == 0xD0 || bytes[position] == 0xD1 ? find(russian, at: position, in: bytes, end: end) : nil
  }

  /// Where the name of a day of the week that begins at a position ends.
  static func weekdayEnd(at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Int? {
    find(weekdays, at: position, in: bytes, end: end)?.end
  }

  private typealias Name = (text: [UInt8], number: Int)

  private static func find(
    _ names: [Name], at position: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int
  ) -> (month: Int, end: Int)? {
    for name in names where position + name.text.count <= end {
      let nameEnd = position + name.text.count
      guard (0..<name.text.count).allSatisfy({ Byte.lowercased(bytes[position + $0]) == name.text[$0] }) else {
        continue
      }
      if nameEnd < end, Byte.isLetter(bytes[nameEnd]) || bytes[nameEnd] >= 0x80 { continue }
      return (name.number, nameEnd)
    }
    return nil
  }

  private static func names(_ rows: [String]) -> [Name] {
    rows.enumerated().flatMap { row in row.element.split(separator: " ").map { (Array($0.utf8), row.offset + 1) } }
  }

  private static let english = names([
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
  ])

  private static let russian = names([
    "января январь Январь", "февраля февраль Февраль", "марта март Март", "апреля апрель Апрель", "мая май Май",
    "июня июнь Июнь", "июля июль Июль", "августа август Август", "сентября сентябрь Сентябрь",
    "октября октябрь Октябрь", "ноября ноябрь Ноябрь", "декабря декабрь Декабрь",
  ])

  private static let weekdays = names([
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
    "sunday sun",
  ])
}
