// Sentences put together at random from numbers, currencies and hedges, with the readings they are made to have.
import Model
import TestSupport

enum SyntheticSentences {
  /// The first `count` sentences, the same at every run.
  static func cases(count: Int) -> [(sentence: String, readings: String)] {
    var generator = SeededGenerator(seed: 0xA55A)
    return (0..<count).map { _ in one(&generator) }
  }

  private static func one(_ generator: inout SeededGenerator) -> (sentence: String, readings: String) {
    let currency = pick(currencies, &generator)
    let frame = pick(frames, &generator)
    let hedge = pick(hedges, &generator)
    let number = number(isWord: currency.isWord, &generator)
    if hedge.form == .range {
      let (low, high) = rangeEnds(&generator)
      let scale = pick(["", " million", " billion"], &generator)
      let text = currency.prefix + "\(low)" + pick([" to ", "–"], &generator) + "\(high)" + scale + currency.suffix
      let factor = scale.isEmpty ? 1 : scale == " million" ? 1_000_000 : 1_000_000_000
      let bounds = "\(ExactDecimal(integer: low * factor))..\(ExactDecimal(integer: high * factor))"
      return (sentence(frame, text), "\(text) = \(bounds) \(currency.code)")
    }
    let text = currency.prefix + number.text + currency.suffix
    return (sentence(frame, hedge.words + text), "\(text) \(hedge.form.rawValue) \(number.value) \(currency.code)")
  }

  private static func sentence(_ frame: String, _ amount: String) -> String {
    let parts = frame.split(separator: "%", omittingEmptySubsequences: false)
    return parts[0] + amount + parts[1]
  }

  private enum Form: String { case point = "=", least = ">=", most = "<=", range }

  private static let hedges: [(words: String, form: Form)] = [
    ("", .point), ("", .point), ("", .point), ("about ", .point), ("nearly ", .point), ("some ", .point),
    ("roughly ", .point), ("more than ", .least), ("over ", .least), ("at least ", .least), ("no less than ", .least),
    ("upwards of ", .least), ("up to ", .most), ("less than ", .most), ("no more than ", .most), ("under ", .most),
    ("just under ", .most), ("another ", .point), ("only ", .point), ("", .range), ("", .range),
  ]

  private static let frames = [
    "The dam cost %.", "They spent % on roads.", "A loan of % was signed.", "He paid % for the land.",
    "The council set aside % for schools.", "In 2014 the ministry got % from donors.", "It was worth % in all.",
    "The court fined the firm % in May.", "Of this, % went to the 12 clinics.", "The club, with debts of %, was sold.",
    "On 3 June they borrowed %, half of it abroad.", "Flight 370 was insured for %.",
  ]

  private static let currencies: [(prefix: String, suffix: String, code: String, isWord: Bool)] = [
    ("$", "", "USD", false), ("US$", "", "USD", false), ("€", "", "EUR", false), ("£", "", "GBP", false),
    ("¥", "", "JPY", false), ("₹", "", "INR", false), ("A$", "", "AUD", false), ("C$", "", "CAD", false),
    ("HK$", "", "HKD", false), ("R$", "", "BRL", false), ("Rs ", "", "INR", false), ("Rs. ", "", "INR", false),
    ("EUR ", "", "EUR", false), ("USD ", "", "USD", false), ("CHF ", "", "CHF", false), ("₦", "", "NGN", false),
    ("Tk ", "", "BDT", false), ("KSh ", "", "KES", false), ("RM", "", "MYR", false), ("₽", "", "RUB", false),
    ("", " USD", "USD", false), ("", " EUR", "EUR", false), ("", " €", "EUR", false), ("", " zł", "PLN", false),
    ("", " Kč", "CZK", false), ("", " dollars", "USD", true), ("", " US dollars", "USD", true),
    ("", " euros", "EUR", true), ("", " Swiss francs", "CHF", true), ("", " rubles", "RUB", true),
    ("", " Indian rupees", "INR", true), ("", " yen", "JPY", true), ("", " Kenyan shillings", "KES", true),
    ("", " tenge", "KZT", true), ("", " somoni", "TJS", true), ("", " Danish kroner", "DKK", true),
    ("", " Mexican pesos", "MXN", true), ("", " hryvnias", "UAH", true), ("", " baht", "THB", true),
    ("", " Canadian dollars", "CAD", true), ("", " Saudi riyals", "SAR", true), ("", " CFA francs", "-", true),
  ]

  private static func rangeEnds(_ generator: inout SeededGenerator) -> (Int, Int) {
    let low = Int.random(in: 2...90, using: &generator)
    return (low, low + Int.random(in: 1...9, using: &generator))
  }

  /// A number as some text would write it, and its value.
  private static func number(isWord: Bool, _ generator: inout SeededGenerator) -> (text: String, value: ExactDecimal) {
    let small = Int.random(in: 2...999, using: &generator)
    let large = Int.random(in: 1_000...999_999, using: &generator)
    switch Int.random(in: 0...(isWord ? 8 : 6), using: &generator) {
    case 0: return ("\(small)", ExactDecimal(integer: small))
    case 1: return (grouped(large, by: ","), ExactDecimal(integer: large))
    case 2: return (grouped(large * 1000 + small, by: ","), ExactDecimal(integer: large * 1000 + small))
    case 3:
      let scale = pick(scales, &generator)
      return ("\(small)" + scale.text, ExactDecimal(integer: small * scale.factor))
    case 4:
      let scale = pick(scales, &generator)
      let tenths = small * 10 + Int.random(in: 1...9, using: &generator)
      return ("\(tenths / 10).\(tenths % 10)" + scale.text, ExactDecimal(integer: tenths * (scale.factor / 10)))
    case 5:
      let cents = Int.random(in: 10...99, using: &generator)
      let value = ExactDecimal("\(large).\(cents)") ?? .zero
      return (grouped(large, by: ",") + ".\(cents)", value)
    case 6: return (grouped(large * 10, by: " "), ExactDecimal(integer: large * 10))
    case 7: return (spelled(large), ExactDecimal(integer: large))
    default:
      let scale = pick([(text: " million", factor: 1_000_000), (text: " billion", factor: 1_000_000_000)], &generator)
      return (spelled(small) + scale.text, ExactDecimal(integer: small * scale.factor))
    }
  }

  private static let scales: [(text: String, factor: Int)] = [
    (" thousand", 1000), (" million", 1_000_000), (" billion", 1_000_000_000), ("m", 1_000_000), ("bn", 1_000_000_000),
    (" mln", 1_000_000), (" bn", 1_000_000_000), ("K", 1000), (" trillion", 1_000_000_000_000), (" crore", 10_000_000),
    (" lakh", 100_000),
  ]

  private static func grouped(_ value: Int, by separator: String) -> String {
    let digits = Array(String(value))
    return digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? separator : "") + String(digit)
    }.joined()
  }

  private static let ones = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  /// English words for 1 to 999,999.
  private static func spelled(_ value: Int) -> String {
    if value >= 1000 {
      let rest = value % 1000
      return spelled(value / 1000) + " thousand" + (rest == 0 ? "" : (rest < 100 ? " and " : " ") + spelled(rest))
    }
    if value >= 100 {
      return ones[value / 100] + " hundred" + (value % 100 == 0 ? "" : " and " + spelled(value % 100))
    }
    if value < 20 { return ones[value] }
    return tens[value / 10] + (value % 10 == 0 ? "" : "-" + ones[value % 10])
  }

  private static func pick<Element>(_ elements: [Element], _ generator: inout SeededGenerator) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }
}
