// Qualifiers, per-phrases, years and the choice of the currency, told from the words around an amount.
import Model
import Testing

@testable import Recognizers

@Suite struct ContextTests {
  @Test(arguments: [
    ("It cost about $5 million.", Qualifier.approximate), ("It cost roughly 5 million dollars.", .approximate),
    ("Nearly a billion dollars was lent.", .approximate), ("It cost more than $5.", .moreThan),
    ("Over 2 billion rubles were spent.", .moreThan), ("At least EUR 40 is due.", .atLeast),
    ("Tickets from $12 are on sale.", .atLeast), ("It took less than $9.", .lessThan),
    ("The cost was just short of $9.", .lessThan), ("Up to £3m will be paid.", .atMost),
    ("It did not top 63 million dollars.", .atMost), ("They gave €3 to €5 each.", .range),
    ("They lost millions of euros.", .indefinite), ("It amounts to $5.", .exact), ("Only $5 was left.", .exact),
    ("They paid another $5.", .exact), ("They asked for $5 or more.", .atLeast), ("It costs $5m-plus.", .atLeast),
    ("The bill approached $5m.", .approximate), ("It cost $5m, give or take.", .approximate),
    ("It has an estimated cost of $5m.", .approximate), ("It never exceeded $5m.", .atMost),
    ("It is no greater than $5m.", .atMost), ("A maximum fine of $500 applies.", .atMost),
    ("It cost $5m at the very least.", .atLeast), ("It was not lower than $5m.", .atLeast),
    ("A minimum bid of $500 applies.", .atLeast), ("It fell short of $5m.", .lessThan),
    ("It cost $5m, roughly twice the old price.", .exact), ("They paid $5m, at least on paper.", .exact),
  ])
  func hedgesSetTheQualifier(_ text: String, _ expected: Qualifier) throws {
    let mention = try #require(Reader.mentions(text).first, "nothing read in: \(text)")
    #expect(mention.qualifier == expected, "\(text)")
  }

  @Test(arguments: [
    ("Rent is 30 American cents a year.", "year"), ("It costs $75 per barrel.", "barrel"),
    ("They earn $9/hour.", "hour"), ("A 12-cent-a-share dividend.", "share"), ("It pays $4 million annually.", "year"),
    ("Bread is £1.20 per head.", "person"), ("Power is 22 cents per kilowatt-hour.", "kilowatt-hour"),
    ("It costs $5 for each visit.", "visit"), ("They pay €900 each month.", "month"), ("They pay €9 each.", "each"),
    ("It earned $2.53 per diluted share.", "share"), ("The post pays £30,000 pa.", "year"),
    ("The flat is £500 pcm.", "month"),
  ])
  func perPhrasesAreRead(_ text: String, _ expected: String) throws {
    #expect(try #require(Reader.mentions(text).first).per == expected, "\(text)")
  }

  @Test(arguments: ["It costs $5 a lot of the time.", "They paid $5 per se.", "He paid $40 and each left."])
  func otherWordsAreNoUnits(_ text: String) throws {
    let per = try #require(Reader.mentions(text).first).per
    #expect(per == nil || per == "se", "\(text)")
  }

  @Test(
    arguments: [
      ("In 2007 they lent 5 million dollars.", 2007, 2007), ("They lent $5m in 2007-2008.", 2007, 2008),
      ("Between 2005 and 2007, they gave $40m.", 2005, 2007), ("By April 2008, $2bn had been spent.", nil, 2008),
      ("Beginning in 2002, it cost $6m.", 2002, nil), ("Since 2011 it has taken €7m.", 2011, nil),
      ("On 22 August, 2008, they signed for $13m.", nil, nil), ("The $5m grant came on 3 May 2009.", nil, nil),
      ("They paid $5m (2012).", 2012, 2012), ("It cost $5m at the end of 2011.", 2011, 2011),
      ("In 2011/12 the fund lent $3m.", 2011, 2012), ("A $150 million berth will open in 2014.", nil, nil),
      ("A $90 million grant will be paid in 2019.", 2019, 2019), ("$90 million will be paid in 2019.", 2019, 2019),
      ("The bank was founded in 1911 and lent $5m.", nil, nil), ("A report published in 2013 names $5m.", nil, nil),
      ("A loan signed in 2004 brought in $9m.", 2004, 2004),
      ("A mill that burned down in 1923 was insured for $40,000.", nil, nil),
      ("It paid $40 million for a ship due in 2025.", nil, nil), ("The $40 million ship sails in 2025.", nil, nil),
      ("The $40 million loan fell due in 2015.", 2015, 2015), ("Between 2010 and 2012 $2 million went.", 2010, 2012),
      ("It will pay $40 million in the second half of 2025.", 2025, 2025),
      ("The sum falls due by 2035, with $40 million due in 2028.", 2028, 2028),
    ] as [(String, Int?, Int?)])
  func yearsOfTheMoneyAreRead(_ text: String, _ start: Int?, _ end: Int?) throws {
    let mention = try #require(Reader.mentions(text).first, "nothing read in: \(text)")
    #expect(mention.yearStart == start, "\(text)")
    #expect(mention.yearEnd == end, "\(text)")
  }

  @Test func eachAmountOfAMovementHasItsOwnYear() {
    let mentions = Reader.mentions("It fell from 31 million dollars in 2008 to 29 million in 2009.")
    #expect(mentions.map(\.yearStart) == [2008, 2009])
    #expect(mentions.map(\.currencyBasis) == [.default, .neighbour])
    #expect(mentions.map(\.currencyEvidence) == [.word, .elided])
  }

  @Test func aYearBetweenTwoAmountsMayOpenTheSecond() {
    let mentions = Reader.mentions("In 2010 $2 million and in 2012 $3 million was spent.")
    #expect(mentions.map(\.yearStart) == [2010, 2012])
  }

  @Test func anAdjectivePicksTheDollar() throws {
    let mention = try #require(Reader.mentions("It costs 30 Canadian cents.").first)
    #expect(mention.currency == "CAD")
    #expect(mention.currencyBasis == .adjective)
    #expect(mention.amount.lower == ExactDecimal("0.3"))
  }

  @Test func theSourcesCountryPicksTheDollarThatIsNotNamed() throws {
    let mention = try #require(Reader.mentions("It costs $30.", country: "AUS").first)
    #expect(mention.currency == "AUD")
    #expect(mention.currencyBasis == .source)
    #expect(mention.currencyCandidates.first == "AUD")
    #expect(mention.currencyCandidates.contains("USD"))
  }

  @Test func theYearPicksBetweenOldAndNewCurrency() {
    #expect(Reader.mentions("They paid 5 million rubles in 1996.").first?.currency == "RUR")
    #expect(Reader.mentions("They paid 5 million rubles in 2006.").first?.currency == "RUB")
    #expect(Reader.mentions("It cost 40 kwacha, says Zambia.", date: "2011").first?.currency == "ZMK")
  }

  @Test func theDocumentTellsWhichOfRivalCurrenciesIsMeant() {
    let mentions = Reader.mentions("The fund has MK 41 million. The mill takes fifty kwacha a bucket.")
    #expect(mentions.map(\.currency) == ["MWK", "MWK"])
    #expect(mentions.map(\.currencyBasis) == [.explicit, .document])
  }

  @Test func rivalCurrenciesStayOpenWhereNothingTells() throws {
    let mention = try #require(Reader.mentions("It costs 250 CFA francs.").first)
    #expect(mention.currency == nil)
    #expect(Set(mention.currencyCandidates) == ["XAF", "XOF"])
  }
}
