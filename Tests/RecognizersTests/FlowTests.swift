// Parties and the verbs, nouns and pronouns that tell who pays whom.
import Model
import TestSupport
import Testing

@testable import Recognizers

@Suite struct FlowTests {
  private func mention(_ text: String, _ surface: String? = nil) throws -> Mention {
    let mentions = Reader.mentions(text)
    return try #require(surface.map { surface in mentions.last { $0.surface == surface } } ?? mentions.first, "\(text)")
  }

  @Test(
    arguments: [
      ("Kabul paid $5 million.", "Afghanistan", "AFG", nil), ("The Kremlin paid $5 million.", "Russia", "RUS", nil),
      ("Washington lent Peru $5 million.", "United States", "USA", nil),
      ("The Pentagon paid $5 million.", "United States", "USA", "Department of Defense"),
      ("USAID gave $5 million to Peru.", "United States", "USA", "Agency for International Development"),
      ("The Tajik Ministry of Defense paid $5 million.", "Tajikistan", "TJK", "Ministry of Defence"),
      ("Kenya's finance ministry paid $5 million.", "Kenya", "KEN", "Ministry of Finance"),
      ("The ministry of health of Peru paid $5 million.", "Peru", "PER", "Ministry of Health"),
      ("The Turkish army paid $5 million.", "Turkey", "TUR", "Armed Forces"),
      ("The government of Bhutan paid $5 million.", "Bhutan", "BTN", nil),
      ("The Danes gave Mali $5 million.", "Denmark", "DNK", nil),
      ("French President Jacques Chirac promised Mali $5 million.", "France", "FRA", nil),
      ("The IMF lent Mali $5 million.", "International Monetary Fund", nil, nil),
      ("The European Commission gave Mali $5 million.", "European Union", nil, "European Commission"),
      ("Northern Copper Ltd paid Zambia $5 million.", "Northern Copper Ltd", nil, nil),
      ("The University of Otago paid Fiji $5 million.", "University of Otago", nil, nil),
    ] as [(String, String, String?, String?)])
  func payersAreResolved(_ text: String, _ name: String, _ iso3: String?, _ agency: String?) throws {
    #expect(try mention(text).payer == Mention.Party(name: name, iso3: iso3, agency: agency), "\(text)")
  }

  @Test(arguments: [
    "The striker paid $5 million.", "Barbara Jones paid $5 million.", "Mr. Weaver paid $5 million.",
    "You pay $5.", "A court in Madrid ordered the bank to pay $5 million.", "They paid 5 Swiss francs.",
    "Turkey soup costs $5.", "Thieves stole $5 million.", "The French singer paid $5 million.",
    "New Air Fares From Only $5 To All Our Readers.",
  ])
  func peopleThingsAndPlacesPayNothing(_ text: String) throws {
    let mention = try mention(text)
    #expect(mention.payer == nil, "\(text): \(mention.payer?.name ?? "")")
  }

  @Test(arguments: [
    ("Peru was given $5 million by Japan.", "Japan", "Peru"),
    ("$5 million was lent to Peru by Japan.", "Japan", "Peru"),
    ("Japan's $5 million grant to Peru came late.", "Japan", "Peru"), ("Peru owes Japan $5 million.", "Peru", "Japan"),
    ("Peru's debt to Japan is $5 million.", "Peru", "Japan"),
    ("Japan wrote off $5 million of Peru's debt.", "Japan", "Peru"),
    ("Peru bought a ship from Japan for $5 million.", "Peru", "Japan"),
    ("Japan sold Peru a ship for $5 million.", "Peru", "Japan"),
    ("Peru asked Japan for $5 million.", "Japan", "Peru"), ("Peru got $5 million from Japan.", "Japan", "Peru"),
    ("Peru rents a base from Japan for $5 million.", "Peru", "Japan"),
    ("Japan suggested that Peru join and insisted on the payment of $5 million for its use.", "Peru", "Japan"),
    ("Japan plans to invest $5 million in Peru.", "Japan", "Peru"),
    ("Japan built a $5 million school in Peru.", "Japan", "Peru"),
    ("Japan, which lent Peru $5 million, is pleased.", "Japan", "Peru"),
    ("Peru repaid the $5 million it had borrowed from Japan.", "Peru", "Japan"),
  ])
  func framesTellTheSides(_ text: String, _ payer: String, _ payee: String) throws {
    let mention = try mention(text)
    #expect(mention.payer?.name == payer, "\(text)")
    #expect(mention.payee?.name == payee, "\(text)")
  }

  @Test(arguments: [
    ("Japan has close ties with Peru. It lent the country $5 million.", "Japan", "Peru"),
    ("The Peruvian navy met Japan's. The navy was given $5 million by Tokyo.", "Japan", "Peru"),
    ("Japan lent Peru $4 million. Another $5 million followed.", "Japan", "Peru"),
    ("Peru and Japan talked. Lima paid $5 million.", "Peru", "Japan"),
  ])
  func sentencesBeforeTellTheRest(_ text: String, _ payer: String, _ payee: String) throws {
    let mention = try mention(text, "$5 million")
    #expect(mention.payer?.name == payer, "\(text)")
    #expect(mention.payee?.name == payee, "\(text)")
  }

  @Test func aNewParagraphBreaksOff() throws {
    let mention = try mention("Japan lent Peru $4 million.\n\nAnother $5 million followed.", "$5 million")
    #expect(mention.payer == nil)
  }

  @Test(arguments: [
    ("Peru's gross domestic product is $5 billion.", Mention.Kind.gdp),
    ("Peru's exports to Japan reached $5 billion.", .trade),
  ])
  func whatAnEconomyMakesIsPaidByNobody(_ text: String, _ kind: Mention.Kind) throws {
    let mention = try mention(text)
    #expect(mention.kind == kind)
    #expect(mention.payer == nil && mention.payee == nil)
  }

  @Test(arguments: [
    ("Japan agreed to lend Peru $5 million.", Mention.FlowStatus.committed),
    ("Japan will lend Peru $5 million.", .planned),
    ("Japan lent Peru $5 million.", .disbursed), ("Japan pledged $5 million to Peru.", .pledged),
    ("Japan demanded $5 million from Peru.", .demanded), ("Japan has frozen a $5 million grant to Peru.", .cancelled),
    ("Peru's debt is $5 million.", .unknown),
  ])
  func statusFollowsTheVerbAndWhatLeadsToIt(_ text: String, _ status: Mention.FlowStatus) throws {
    #expect(try mention(text).flowStatus == status, "\(text)")
  }

  @Test(
    arguments: [
      ("Peru reformed in 2004. That year it paid $5 million.", 2004, 2004, Mention.YearBasis.antecedent),
      ("Peru reformed in 2004. Since then it has paid $5 million.", 2004, nil, .antecedent),
      ("Peru paid $5 million last year.", 2010, 2010, .document),
      ("Peru will pay $5 million next year.", 2012, 2012, .document),
      ("Peru paid $5 million in 2009.", 2009, 2009, .stated),
    ] as [(String, Int?, Int?, Mention.YearBasis)])
  func yearsThatPointBackAreFound(_ text: String, _ start: Int?, _ end: Int?, _ basis: Mention.YearBasis) throws {
    let mention = try #require(Reader.mentions(text, date: "2011-04").first)
    #expect(mention.yearStart == start && mention.yearEnd == end, "\(text)")
    #expect(mention.yearBasis == basis, "\(text)")
  }

  @Test func withoutADateLastYearIsNoYear() throws {
    #expect(try mention("Peru paid $5 million last year.").yearStart == nil)
  }

  @Test func theContextLexiconHasNoFaults() {
    #expect(ReferenceTables.contextLexicon.faults == [])
  }

  @Test func anyOrderOfWordsIsRead() {
    let words = [
      "Japan", "Peru's", "the", "ministry", "of", "paid", "to", "by", "was", "given", "it", "$5", "million", "loan",
      "from", "which", "and", ",", "that", "year", "Ltd", "President", "U.S.", "another", "debt", "\"", "its", "for",
      "use",
    ]
    var generator = SeededGenerator(seed: 0xF10)
    for _ in 0..<3_000 {
      let text = (0..<12).map { _ in words[Int.random(in: words.indices, using: &generator)] }.joined(separator: " ")
      for mention in Reader.mentions(text) where mention.payer != nil {
        #expect(mention.payer != mention.payee, "\(text)")
      }
    }
  }
}
