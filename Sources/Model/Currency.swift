// A currency as ISO 4217 names it, with the period and the areas of its legal tender.

package struct Currency: Sendable, Hashable {
  /// Three capital letters, such as `EUR`.
  package struct Code: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The three ASCII bytes, first letter highest.
    fileprivate let packed: UInt32

    /// Nil unless the text is three capital ASCII letters.
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Nil unless the text is three capital ASCII letters.
    package init?(_ text: String) {
      var packed: UInt32 = 0
      var count = 0
      for byte in text.utf8 {
        guard byte >= 0x41, byte <= 0x5A, count < 3 else { return nil }
        packed = packed << 8 | UInt32(byte)
        count += 1
      }
      guard count == 3 else { return nil }
      self.packed = packed
    }

    /// Nil unless the bytes are three capital ASCII letters.
    package init?(bytes: ArraySlice<UInt8>) {
      guard bytes.count == 3 else { return nil }
      var packed: UInt32 = 0
      for byte in bytes {
        guard byte >= 0x41, byte <= 0x5A else { return nil }
        packed = packed << 8 | UInt32(byte)
      }
      self.packed = packed
    }

    /// A code written in our own sources; three capital letters.
    package init(stringLiteral value: String) {
      packed = value.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    package var description: String {
      String(unsafeUninitializedCapacity: 3) { buffer in
        for place in 0..<3 { buffer[place] = UInt8(truncatingIfNeeded: packed >> (16 - 8 * place)) }
        return 3
      }
    }

    /// Writes its three letters.
    package func write(to out: UnsafeMutableRawPointer) {
      let letters = packed.byteSwapped >> 8
      out.storeBytes(of: UInt16(truncatingIfNeeded: letters), as: UInt16.self)
      out.storeBytes(of: UInt8(truncatingIfNeeded: letters >> 16), toByteOffset: 2, as: UInt8.self)
    }

    package static func < (left: Code, right: Code) -> Bool { left.packed < right.packed }
  }

  package let code: Code
  /// English name, such as `Tajikistani somoni`.
  package let name: String
  /// Decimal places of its minor unit: 2 for cents, 0 for yen.
  package let minorUnits: Int
  /// ISO 3166 alpha-3 codes of the areas where it is, or was, legal tender.
  package let areas: [String]
  /// First and last day as legal tender; nil where open.
  package let validFrom: PartialDate?
  package let validTo: PartialDate?
  /// Among currencies that share a word, the one of least rank is usually meant; of two with one rank, neither.
  package let rank: Int

  package init(
    code: Code, name: String, minorUnits: Int, areas: [String] = [], validFrom: PartialDate? = nil,
    validTo: PartialDate? = nil, rank: Int = 5
  ) {
    self.rank = rank
    self.code = code
    self.name = name
    self.minorUnits = minorUnits
    self.areas = areas
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// The International Monetary Fund's reserve currencies, by share: of one rank, they are meant first.
  private static let reserves: [Code] = ["USD", "EUR", "JPY", "GBP", "CNY"]

  /// By rank, then as a reserve currency.
  fileprivate var usualOrder: Int {
    rank * (Self.reserves.count + 1) + (Self.reserves.firstIndex(of: code) ?? Self.reserves.count)
  }

  /// Whether it is the one usually meant by a word it shares with `other`. Where neither is, neither precedes.
  package func isUsual(beside other: Currency) -> Bool { usualOrder < other.usualOrder }

  /// A fixed order, the usual one first, by code where there is none.
  package func precedes(_ other: Currency) -> Bool {
    isUsual(beside: other) || (!other.isUsual(beside: self) && code < other.code)
  }

  /// Whether it was legal tender at some time in `year`.
  package func isInForce(year: Int) -> Bool {
    if let validFrom, year < validFrom.year { return false }
    if let validTo, year > validTo.year { return false }
    return true
  }
}

// Compiled here for codes alone, as other modules compare them through their protocols.
extension [Currency.Code] {
  package func contains(_ code: Currency.Code) -> Bool {
    for other in self where other.packed == code.packed { return true }
    return false
  }

  package func haveCommon(with others: [Currency.Code]) -> Bool {
    for code in self where others.contains(code) { return true }
    return false
  }

  /// The one code that is among others too; nil for none or several.
  package func onlyCommon(with others: [Currency.Code]) -> Currency.Code? {
    var only: Currency.Code?
    for code in self where others.contains(code) {
      if only != nil { return nil }
      only = code
    }
    return only
  }

  /// Leaves out what is not among others, unless that is all.
  package mutating func keepCommon(with others: [Currency.Code]) {
    if haveCommon(with: others) { removeAll { !others.contains($0) } }
  }

  /// Puts a code first, before the rest in their order.
  package mutating func moveToFront(_ code: Currency.Code) {
    if let first, first.packed == code.packed { return }
    removeAll { $0.packed == code.packed }
    insert(code, at: 0)
  }

  /// The codes with a comma and a space between them.
  package var list: String {
    String(unsafeUninitializedCapacity: 5 * count) { buffer in
      guard let start = buffer.baseAddress.map({ UnsafeMutableRawPointer($0) }), !isEmpty else { return 0 }
      for place in indices {
        self[place].write(to: start + 5 * place)
        if place > 0 { (start + 5 * place - 2).storeBytes(of: 0x202C, as: UInt16.self) }
      }
      return 5 * count - 2
    }
  }
}

/// Every known currency by its code.
package struct CurrencyTable: Sendable {
  private let currencies: [Currency]
  private let standings: [Standing]
  /// For each possible code, the place of its currency plus one; zero for none.
  private let places: [UInt16]

  /// What a choice among currencies asks for most, apart from the rest: to read it no references are counted.
  private struct Standing {
    /// Years of the first and last day as legal tender.
    let first: Int
    let last: Int
    /// Of two currencies that share a word, the one with the lower number is usually meant.
    let order: Int

    init(_ currency: Currency) {
      first = currency.validFrom?.year ?? .min
      last = currency.validTo?.year ?? .max
      order = currency.usualOrder
    }
  }

  package init(_ currencies: [Currency]) {
    var places = [UInt16](repeating: 0, count: Currency.Code.possible)
    var kept: [Currency] = []
    for currency in currencies where places[currency.code.ordinal] == 0 {
      kept.append(currency)
      places[currency.code.ordinal] = UInt16(kept.count)
    }
    self.currencies = kept
    standings = kept.map(Standing.init)
    self.places = places
  }

  package subscript(code: Currency.Code) -> Currency? {
    let place = places[code.ordinal]
    return place == 0 ? nil : currencies[Int(place) - 1]
  }

  /// Whether a known currency was in force in a year, or is now where none is given; true for an unknown one.
  package func isInForce(_ code: Currency.Code, year: Int?) -> Bool {
    let place = Int(places[code.ordinal]) - 1
    guard place >= 0 else { return true }
    let standing = standings[place]
    return year.map { $0 >= standing.first && $0 <= standing.last } ?? (standing.last == .max)
  }

  /// Those of some currencies that were in force in a year, or are now where none is given; unknown ones too.
  package func inForce(_ codes: [Currency.Code], year: Int?) -> [Currency.Code] {
    var found: [Currency.Code] = []
    found.reserveCapacity(codes.count)
    for code in codes where isInForce(code, year: year) { found.append(code) }
    return found
  }

  /// Whether two known currencies are, or were, legal tender in one area.
  package func shareArea(_ one: Currency.Code, _ other: Currency.Code) -> Bool {
    let first = Int(places[one.ordinal]) - 1
    let second = Int(places[other.ordinal]) - 1
    guard first >= 0, second >= 0 else { return false }
    return currencies[first].areas.contains { currencies[second].areas.contains($0) }
  }

  /// Whether a known currency is the one usually meant by a word it shares with another.
  package func isUsual(_ code: Currency.Code, beside other: Currency.Code) -> Bool {
    let first = Int(places[code.ordinal]) - 1
    let second = Int(places[other.ordinal]) - 1
    guard first >= 0, second >= 0 else { return first >= 0 }
    return standings[first].order < standings[second].order
  }

  /// Whether a known currency is the one usually meant by a word it shares with others, itself among them or not.
  package func isUsual(_ code: Currency.Code, among codes: [Currency.Code]) -> Bool {
    codes.allSatisfy { $0 == code || isUsual(code, beside: $0) }
  }

  /// All codes, sorted.
  package var codes: [Currency.Code] { currencies.map(\.code).sorted() }
}

extension Currency.Code {
  fileprivate static let possible = 26 * 26 * 26

  /// Its place among all codes there could be.
  fileprivate var ordinal: Int {
    let first = Int(packed >> 16 & 0xFF) - 0x41
    let second = Int(packed >> 8 & 0xFF) - 0x41
    let third = Int(packed & 0xFF) - 0x41
    return (first * 26 + second) * 26 + third
  }
}
