// Broken lines and pages: what is put together, and above all what is left as its author broke it.
import Model
import Testing

@testable import Normalizers

@Suite struct LineBreakTests {
  private static func cleaned(_ text: String) -> String {
    NormalizersTests.cleaned(text, by: Normalizer(rules: RuleChoices()), as: .plain)
  }

  @Test(arguments: [
    ("the commit-\ntee met", "the committee met"), ("cost-\neffective pumps", "cost-effective pumps"),
    ("an all-\ntime low", "an all-time low"), ("all-\nowed to lend", "allowed to lend"),
    ("a well-\nmeant gift", "a well-meant gift"), ("for the well-\nness of all", "for the wellness of all"),
    ("four-\nteen bridges", "fourteen bridges"), ("four-\nlane roads", "four-lane roads"),
    ("an e-\nmail", "an e-mail"), ("state-\nowned mines", "state-owned mines"),
    ("das Haus-\nhaltsjahr", "das Haushaltsjahr"), ("в прави-\nтельстве", "в правительстве"),
    ("кто-\nнибудь из них", "кто-нибудь из них"), ("the deal of pro-\nvinces", "the deal of provinces"),
  ])
  func hyphensStayWhereTheyBelongToTheWord(_ text: String, _ expected: String) {
    #expect(Self.cleaned(text) == expected)
  }

  @Test func theTextItselfTellsHowAWordIsWritten() {
    #expect(
      Self.cleaned("Its micro-loans grew. The micro-\nloans were repaid.")
        == "Its micro-loans grew. The micro-loans were repaid.")
    #expect(
      Self.cleaned("Its cofounders left. The co-\nfounders sold.") == "Its cofounders left. The cofounders sold.")
  }

  @Test(arguments: [
    "The quay was built in a year.\nThe crane came later.\nThe ships came last.",
    "12 Harbour Lane\nValletta\nMalta",
    "the river sleeps beneath the snow\nand we\nwho wait upon the bank for spring\nsay little",
    "• a quay for the whole of the northern harbour and\n• cranes for the quay that were to come a year later",
    "Item   2001   2002\nquays   5   6\ncranes   7   8\nof which new   1   2",
    "| quays and the cranes on the northern side | 5 |\n| cranes and the quays on the southern side | 6 |",
    "The list of what the harbour was to be given in the following year by the ministry of transport and of trade:\n\nquays",
    "A short heading without an end\n\nthe text begins small",
  ])
  func whatItsAuthorBrokeStaysBroken(_ text: String) {
    #expect(Self.cleaned(text) == text)
  }

  @Test func wrappedParagraphsOfAnyLanguageAreJoined() {
    for text in [
      "Die Brücke über den Fluss wurde im\nvergangenen Jahr für den Verkehr\ngeöffnet.",
      "Le pont sur le fleuve a été ouvert\nà la circulation au début de\nl'année.",
      "Мост через реку был открыт для\nдвижения в начале прошлого\nгода.",
    ] {
      #expect(Self.cleaned(text) == text.replacing("\n", with: " "))
    }
  }

  @Test func aParagraphCutTwiceIsJoinedTwice() {
    let first =
      "The harbour board said in its report on the year that the money for the quay and for the cranes came from"
    let middle =
      "abroad, above all from the two banks that had paid for the road to the harbour, and that none of it had"
    #expect(Self.cleaned("\(first)\n\n\(middle)\n\ncome late.") == "\(first) \(middle) come late.")
  }
}
