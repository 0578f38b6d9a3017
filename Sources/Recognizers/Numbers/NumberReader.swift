// Reads the number that begins at a token, in any language whose lexicon names its words.
import Model

/// Digits and number words, in order: a section ("two hundred and five") is closed by a scale ("million"), and smaller
/// scales may follow ("1 billion 43 million").
struct NumberReader {
  private let sentence: Sentence
  private let start: Int
  private var position: Int
  private var total = ExactDecimal.zero
  /// Hundreds of the open section.
  private var accumulated: Int64 = 0
  /// What stands before the next multiplier or scale.
  private var current: ExactDecimal?
  private var hasSection = false
  private var lastScale: Int64 = 0
  private var scales = 0
  private var significantDigits = 0
  private var isDigits = false
  private var isRounded = false
  private var hasLooseAbbreviation = false
  private var isBareScale = false
  /// End of the last token that belongs to the number.
  private var end: Int

  private init(_ sentence: Sentence, at start: Int) {
    self.sentence = sentence
    self.start = start
    position = start
    end = start
  }

  /// The number that begins at `start`; a scale without a number ("million dollars") only if `allowingBareScale`.
  static func number(in sentence: Sentence, at start: Int, allowingBareScale: Bool = false) -> NumberPhrase? {
    guard mayBegin(sentence.tokens[start]), let number = sentence.number(at: start) else { return nil }
    return number.isBareScale && !allowingBareScale ? nil : number
  }

  /// What `number(in:at:)` finds, bare scales too, without remembering it.
  static func read(in sentence: Sentence, at start: Int) -> NumberPhrase? {
    if FractionNumber.mayBegin(at: start, in: sentence),
      let fraction = FractionNumber.number(in: sentence, at: start)
    {
      return fraction
    }
    var reader = NumberReader(sentence, at: start)
    return try? reader.read()
  }

  /// Whether a number can begin with a token.
  static func mayBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .number: true
    case .word: !token.roles.isDisjoint(with: beginners)
    case .mark: token.mark == Token.Mark.vulgarFraction
    case .sign, .outside: false
    }
  }

  private static var beginners: Roles {
    [.unit, .tens, .multiplier, .scale, .collective, .fraction, .ordinalPart]
  }

  private mutating func read() throws(ExactDecimal.Failure) -> NumberPhrase? {
    if sentence.roles(start).contains(.scale), !sentence.isNumber(start) {
      isBareScale = true
      current = ExactDecimal(integer: 1)
      hasSection = true
      significantDigits = 1
    }
    while position < sentence.count, try take() {}
    guard end > start else { return nil }
    let head = scales <= 1 && accumulated == 0 ? firstHead : nil
    try closeSection(scale: 1)
    if isRounded { total = try total.rounded(decimals: NumberPhrase.decimalsOfRounded) }
    return NumberPhrase(
      start: start, end: end, value: total, significantDigits: max(significantDigits, 1),
      scale: lastScale == 0 ? (endsInHundred ? 100 : 1) : lastScale, head: head, isDigits: isDigits,
      isRounded: isRounded,
      hasLooseAbbreviation: hasLooseAbbreviation, isBareScale: isBareScale)
  }

  private var firstHead: ExactDecimal?
  private var hundredEnd = -1

  /// Takes one more part of the number; false where it ends.
  private mutating func take() throws(ExactDecimal.Failure) -> Bool {
    var index = position
    if end > start, sentence.isMark(index, UInt8(ascii: "-")),
      sentence.isHyphen(index) || sentence.isSpacedHyphenBeforeUnit(index)
    {
      index += 1
      if sentence.isOddBeforeScale(index) {
        position = index + 1
        isRounded = true
        return true
      }
    }
    let token = sentence.tokens[index]
    if token.kind == .number { return try takeDigits(at: index) }
    guard token.kind == .word else { return try takeMark(token.mark, at: index) }
    let roles = sentence.roles(index)
    let lexeme = sentence.lexeme(index)
    if !roles.isDisjoint(with: [.unit, .tens]) { return takeUnit(lexeme.value, at: index) }
    if roles.contains(.multiplier) { return try takeMultiplier(lexeme.value, at: index) }
    if roles.contains(.scale) { return try takeScale(lexeme.value, at: index) }
    if roles.contains(.magnitude), hasSection, lexeme.value >= 1000 { return try takeScale(lexeme.value, at: index) }
    if roles.contains(.collective) { return try takeCollective(lexeme.value, at: index) }
    if roles.contains(.scaleAbbreviation) {
      guard let value = ScaleAbbreviation.value(of: lexeme, at: index, in: sentence) else { return false }
      return try takeAbbreviation(value, at: index)
    }
    if roles.contains(.and) { return try takeAnd(at: index) }
    if roles.contains(.point) { return try takePoint(at: index) }
    return false
  }

  private mutating func accept(_ index: Int) {
    position = index + 1
    end = index + 1
    hasSection = true
  }

  private mutating func takeDigits(at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard current == nil, let digits = DigitNumber.value(of: sentence.bytes(index)), goesOn(digits.value, at: index)
    else { return false }
    current = digits.value
    if scales == 0 { firstHead = digits.value }
    significantDigits += digits.significantDigits
    isDigits = true
    accept(index)
    if scales == 0, let part = FractionNumber.behindDigits(in: sentence, at: position) {
      current = try digits.value.adding(part.value)
      firstHead = current
      significantDigits += 1
      position = part.end
      end = part.end
    }
    if skipDashForCents(), let grouped = DigitNumber.thousands(of: sentence.bytes(index)) { current = grouped }
    return true
  }

  /// "1 billion 43 million", "5 thousand 20 dollars": digits behind a scale or a hundred belong to the number only if a
  /// smaller scale closes them, or the currency follows.
  private func goesOn(_ value: ExactDecimal, at index: Int) -> Bool {
    if scales == 0, accumulated == 0 { return true }
    if accumulated > 0, sentence.roles(index - 1).contains(.and) { return true }
    let next = index + 1
    if accumulated > 0 { return value < ExactDecimal(integer: 100) && sentence.opensCurrency(at: next) }
    guard sentence.isWord(next), sentence.roles(next).contains(.scale) else {
      return value < ExactDecimal(integer: Int(lastScale)) && sentence.opensCurrency(at: next)
    }
    return sentence.lexeme(next).value < lastScale
  }

  /// "50,- Kč", "CHF 20.–": a dash in the place of the decimals, so that the dot of "1.000,-" stands between thousands.
  private mutating func skipDashForCents() -> Bool {
    guard sentence.isMark(position, UInt8(ascii: ",")) || sentence.isMark(position, UInt8(ascii: ".")),
      !sentence.tokens[position].isSpaced, sentence.isDash(position + 1), !sentence.tokens[position + 1].isSpaced
    else { return false }
    let isDouble = sentence.isDash(position + 2) && !sentence.tokens[position + 2].isSpaced
    let next = position + (isDouble ? 3 : 2)
    guard next >= sentence.count || sentence.tokens[next].isSpaced || sentence.tokens[next].kind == .sign else {
      return false
    }
    position = next
    end = next
    return true
  }

  private mutating func takeMark(_ mark: UInt8, at index: Int) throws(ExactDecimal.Failure) -> Bool {
    switch mark {
    case UInt8(ascii: ","): takeComma(at: index)
    case UInt8(ascii: "&"): try takeAnd(at: index)
    default: takeVulgarFraction(at: index)
    }
  }

  /// "two million, three hundred thousand dollars": a comma before smaller parts, when the currency follows them.
  private mutating func takeComma(at index: Int) -> Bool {
    guard scales > 0, current == nil, accumulated == 0, index == position, !sentence.tokens[index].isSpaced,
      let rest = NumberReader.number(in: sentence, at: index + 1), rest.isDigits == isDigits,
      rest.value < ExactDecimal(integer: Int(lastScale)), rest.scale > 1 || !isDigits,
      sentence.opensCurrency(at: rest.end)
    else { return false }
    position = index + 1
    return true
  }

  private mutating func takeUnit(_ value: Int64, at index: Int) -> Bool {
    guard !isDigits || scales > 0 || accumulated > 0 else { return false }
    if let open = current {
      // "twenty-five", "сто пятьдесят": each part fits into the zeros of the one before.
      let room: Int128 = value < 10 ? 10 : 100
      guard open.scale == 0, value > 0, value < 100, open.mantissa >= room, open.mantissa < 1000,
        open.mantissa % room == 0
      else { return false }
      current = ExactDecimal(integer: Int(open.mantissa) + Int(value))
    } else {
      current = ExactDecimal(integer: Int(value))
    }
    if scales == 0 { firstHead = current }
    significantDigits += 1
    accept(index)
    return true
  }

  private mutating func takeMultiplier(_ value: Int64, at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard let factor = current ?? (accumulated == 0 ? ExactDecimal(integer: 1) : nil) else { return false }
    let product = try factor.multiplied(by: ExactDecimal(integer: Int(value)))
    if product.scale == 0, product.mantissa < Int128(Int64.max) - Int128(accumulated) {
      accumulated += Int64(product.mantissa)
      current = nil
    } else {
      current = product
    }
    if significantDigits == 0 { significantDigits = 1 }
    accept(index)
    hundredEnd = value == 100 && !isDigits ? end : -1
    return true
  }

  /// "six hundred": a neighbour may share it, "five or six hundred dollars".
  private var endsInHundred: Bool { hundredEnd == end && scales == 0 }

  private mutating func takeScale(_ value: Int64, at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard hasSection, current != nil || accumulated > 0 || scales > 0 else { return false }
    try closeSection(scale: value)
    accept(index)
    if sentence.roles(index).contains(.abbreviation) { skipDot() }
    return true
  }

  /// "5 млн. рублей": the dot of an abbreviation, when a spaced word follows.
  private mutating func skipDot() {
    guard sentence.isMark(position, UInt8(ascii: ".")), !sentence.tokens[position].isSpaced,
      sentence.isWord(position + 1), sentence.tokens[position + 1].isSpaced
    else { return }
    position += 1
    end = position
  }

  private mutating func takeCollective(_ value: Int64, at index: Int) throws(ExactDecimal.Failure) -> Bool {
    if current == nil, accumulated > 0, !sentence.roles(index - 1).contains(.and) {
      // "three hundred dozen" are so many dozens; "three hundred and two dozens" are not.
      current = ExactDecimal(integer: Int(accumulated))
      accumulated = 0
    }
    let count = current ?? ExactDecimal(integer: 1)
    current = try count.multiplied(by: ExactDecimal(integer: Int(value)))
    firstHead = current
    significantDigits = max(significantDigits, 1)
    accept(index)
    if value == 20, let scores = current, scores.scale == 0, scores.mantissa < 1_000_000 {
      // "four score and seven"
      accumulated += Int64(scores.mantissa)
      current = nil
    }
    // "a couple of hundred": the next part must be a multiplier or a scale.
    if sentence.roles(position).contains(.of),
      sentence.roles(position + 1).isDisjoint(with: [.multiplier, .scale]) == false
    {
      position += 1
    }
    return true
  }

  private mutating func takeAbbreviation(_ value: Int64, at index: Int) throws(ExactDecimal.Failure) -> Bool {
    // "5 lakh cr" multiplies once more; other abbreviations stand right behind the digits.
    guard isDigits, index == position, scales == 0 ? current != nil : scales == 1 && value > lastScale else {
      return false
    }
    hasLooseAbbreviation = sentence.tokens[index].isSpaced
    try closeSection(scale: value)
    accept(index)
    if sentence.tokens[index].end - sentence.tokens[index].start > 1 { skipDot() }
    return true
  }

  /// "two hundred and fifty", "two and a half".
  private mutating func takeAnd(at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard hasSection else { return false }
    if let part = FractionNumber.behindAnd(in: sentence, at: index), try take(part) {
      return true
    }
    guard index == position else { return false }
    if try takeHundredths(at: index + 1) { return true }
    guard current == nil, accumulated > 0 || scales > 0 else { return false }
    if accumulated == 0, isDigits {
      // "$5 million and two cars": behind digits only what goes on to a smaller scale belongs to the number.
      guard !sentence.roles(index + 2).isDisjoint(with: [.multiplier, .scale]) else { return false }
    }
    let isNext = !sentence.roles(index + 1).isDisjoint(with: [.unit, .tens, .collective])
    guard isNext || accumulated > 0 && sentence.isNumber(index + 1) else { return false }
    position = index + 1
    return true
  }

  /// "two and a half million"; "3 million and a quarter dollars", where the fraction is of the scale before it.
  private mutating func take(_ part: FractionNumber.Part) throws(ExactDecimal.Failure) -> Bool {
    if let whole = current {
      current = try whole.adding(part.value)
      firstHead = current
    } else if accumulated == 0, scales > 0, sentence.opensCurrency(at: part.end) {
      total = try total.adding(part.value.multiplied(by: ExactDecimal(integer: Int(lastScale))))
    } else {
      return false
    }
    significantDigits += 1
    isRounded = isRounded || part.isRounded
    position = part.end
    end = part.end
    return true
  }

  /// "five hundred and 50/100 dollars", as cheques and contracts write cents.
  private mutating func takeHundredths(at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard !isDigits, sentence.isMark(index + 1, UInt8(ascii: "/")), sentence.digits(index + 2) == 100,
      sentence.opensCurrency(at: index + 3)
    else { return false }
    let isNone = sentence.isWord(index) && ["no", "xx"].contains(sentence.string(index).lowercased())
    guard let hundredths = isNone ? 0 : sentence.digits(index), hundredths < 100 else { return false }
    current = try (current ?? .zero).adding(ExactDecimal(mantissa: Int128(hundredths), scale: 2))
    significantDigits += 2
    position = index + 3
    end = index + 3
    return true
  }

  /// "two point five".
  private mutating func takePoint(at index: Int) throws(ExactDecimal.Failure) -> Bool {
    if isDigits { return try takePointBetweenDigits(at: index) }
    guard let whole = current ?? (accumulated > 0 ? ExactDecimal.zero : nil) else { return false }
    var value = whole
    var place = index + 1
    var power = 0
    while place < sentence.count, sentence.roles(place).contains(.unit), sentence.lexeme(place).value < 10 {
      power += 1
      value = try value.adding(ExactDecimal(mantissa: Int128(sentence.lexeme(place).value), scale: power))
      place += 1
    }
    guard power > 0 else { return false }
    current = value
    firstHead = value
    significantDigits += power
    position = place
    end = place
    return true
  }

  /// "5 point 2".
  private mutating func takePointBetweenDigits(at index: Int) throws(ExactDecimal.Failure) -> Bool {
    guard let whole = current, whole.scale == 0, scales == 0, index == position, let digits = sentence.digits(index + 1)
    else { return false }
    let places = sentence.tokens[index + 1].end - sentence.tokens[index + 1].start
    current = try whole.adding(ExactDecimal(mantissa: Int128(digits), scale: places))
    firstHead = current
    significantDigits += places
    accept(index + 1)
    return true
  }

  /// "1½" and a lone "½".
  private mutating func takeVulgarFraction(at index: Int) -> Bool {
    guard scales == 0, accumulated == 0, let part = FractionNumber.vulgar(in: sentence, at: index) else { return false }
    guard let sum = try? (current ?? .zero).adding(part.value) else { return false }
    isRounded = isRounded || part.isRounded
    current = sum
    firstHead = sum
    isDigits = true
    significantDigits += 1
    accept(index)
    return true
  }

  private mutating func closeSection(scale: Int64) throws(ExactDecimal.Failure) {
    let open = current ?? .zero
    let section = accumulated == 0 ? open : try ExactDecimal(integer: Int(accumulated)).adding(open)
    let factor = ExactDecimal(integer: Int(scale))
    if scale == 1 {
      total = try total.adding(section)
    } else if scale > lastScale, lastScale > 0 {
      // "three lakh crore", "百万亿": the scale multiplies all that stands before it.
      total = try total.adding(section).multiplied(by: factor)
    } else if section.isZero, scales > 0 {
      total = try total.multiplied(by: factor)
    } else {
      total = try total.adding(section.multiplied(by: factor))
    }
    accumulated = 0
    current = nil
    guard scale > 1 else { return }
    lastScale = scale
    scales += 1
  }
}
