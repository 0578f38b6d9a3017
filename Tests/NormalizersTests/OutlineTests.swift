// Regions of whole documents, and what the documents say of themselves.

import Model
import Testing

@testable import Normalizers

@Suite struct OutlineTests {
  static let prose =
    "The council has set aside $4 million for the two bridges, which were closed in spring after a landslide in the hills."

  @Test func pageDumpHasNavigationSourceLineAndBoilerplate() {
    let menu = (1...12).map { "Menu entry \($0)\n\n" }.joined()
    let page = normalized(
      """
      \(menu)Create account Log in
      News :: Abroad
      Two Bridges and One Road in the Hills
      21 May 2004
      \(Self.prose)
      Upland Intelligence Brief, 05/19/2004

      \(Self.prose)

      Planners and hauliers who rely on Upland for daily briefings may find the rest of the series in the public library.
      See also:

      This work is in the public domain
      Your name Your email
      """)
    #expect(
      outline(page) == [
        "navigation Menu entry", "metadata News ::", "heading Two Bridges", "metadata 21 May", "body The council",
        "metadata Upland Intelligence", "body The council", "boilerplate Planners and",
      ])
    #expect(page.title == "Two Bridges and One Road in the Hills")
    #expect(page.publication == "Upland Intelligence Brief")
    #expect(page.publishedDate?.description == "2004-05-19", "the source line comes before the date of the page")
    #expect(page.dateBasis == .printed)
    #expect(page.dateEvidence == "05/19/2004")
  }

  @Test func paperHasAuthorAffiliationAndFootnotes() {
    let paper = normalized(
      """
      ROADS AND DEBTS

      Institute Reading Group

      *Group for public debt,
      Institute of Overland Trade
      (Upper Town)*

      A First Part

      \(Self.prose)¹ The second loan, worth 57 million dollars,² went to

      ¹ See: *The Gazette*, 9 April, 2003, p. 3.

      ² *Ibidem*.

      the railway, as the minister said.
      """)
    #expect(
      outline(paper) == [
        "heading ROADS AND", "metadata Institute Reading", "affiliation Group for", "heading A First",
        "body The council",
        "footnote See: The", "footnote Ibidem.",
      ])
    #expect(paper.regions.compactMap(\.label) == ["1", "2"])
    #expect(paper.footnoteLinks.map(\.label) == ["1", "2"])
    #expect(paper.authors == ["Institute Reading Group"])
    #expect(paper.publishedDate == nil, "the date of a footnote is not the document's")
    #expect(paper.text.string(0..<paper.text.count).contains("went to the railway, as the minister said.\n\nSee: The"))
  }

  @Test func markdownArticleHasLabelledData() {
    let article = normalized(
      """
      # Light for the Valley

      Author: [Field Desk](#)

      Published in: *Field Ledger*

      \(Self.prose)

      ## What it costs

      The tariff is simple, at least on paper, and every household has a card with its number printed on the back:

      - a fee of \\$5;
      - nothing else.

      \(Self.prose)

      Region: [South](#)
      [Valley](#)

      Source URL: <https://ledger.example/2013/10/light>
      """, as: .markdown)
    #expect(
      outline(article) == [
        "heading Light for", "metadata Author: Field", "body The council", "heading What it", "body The tariff",
        "list - a", "body The council", "metadata Region: South",
      ])
    #expect(article.title == "Light for the Valley")
    #expect(article.authors == ["Field Desk"])
    #expect(article.publication == "Field Ledger")
    #expect(article.url == "https://ledger.example/2013/10/light")
    #expect(article.publishedDate?.description == "2013-10")
    #expect(article.dateBasis == .url)
  }

  @Test func wireStoryTakesAgencyFromItsDatelineAndNoDateWithoutYear() {
    let story = normalized("Kenya signs loan for railway\n\nNAIROBI, March 14 (Hill Wire) — \(Self.prose)\n")
    #expect(story.title == "Kenya signs loan for railway")
    #expect(story.publication == "Hill Wire")
    #expect(story.publishedDate == nil)
    let filed = normalized("A title here\n\nNAIROBI — \(Self.prose)\n\nFiled: 14 March 2012, 09:42 GMT\n")
    #expect(filed.publishedDate?.description == "2012-03-14")
  }

  @Test func mastheadNamesPublicationVolumeAndIssue() {
    let brief = normalized("Tidal Briefing\nIssue 38, 4 November 2015\n\nDues and Who Pays\n\n\(Self.prose)\n")
    #expect(brief.publication == "Tidal Briefing")
    #expect(brief.issue == "38")
    #expect(brief.title == "Dues and Who Pays")
    let labelled = normalized("Publication: Hill Monitor Volume: 7 Issue: 142\n\n\(Self.prose)\n")
    #expect(labelled.publication == "Hill Monitor")
    #expect(labelled.volume == "7")
    #expect(labelled.issue == "142")
    #expect(labelled.title == nil)
  }

  @Test func amountsAreNeverCalledFurniture() {
    let sums = (1...9).map { "Bridge \($0): $\($0) million\n" }.joined()
    let roles = Set(normalized("\(sums)\n\(Self.prose)\n\n\(sums)").regions.map(\.role))
    #expect(roles.isDisjoint(with: [.navigation, .boilerplate]))
    #expect(normalized("It cost $5 million").regions.map(\.role) == [.body])
    #expect(
      normalized("Copyright fees rose to $5 million, subject to the privacy policy.").regions.map(\.role) == [.body])
  }

  @Test func languageFollowsTheScriptWhereUnknown() {
    #expect(normalized("На ремонт моста направят 1,4 млрд рублей.").language == "ru")
    #expect(normalized("政府拨款三亿元用于修建大桥。").language == "zh")
    #expect(normalized("The bridge cost $5.").language == "en")
    var known = document("The bridge cost $5.")
    known.language = "de"
    #expect(Normalizer(rules: RuleChoices()).normalize(known).language == "de")
  }

  @Test func configuredDateStandsWhereNoneIsPrinted() {
    var dated = document(Self.prose)
    dated.origin.date = PartialDate(year: 2010, month: 7)
    let known = Normalizer(rules: RuleChoices()).normalize(dated)
    #expect(known.publishedDate?.description == "2010-07")
    #expect(known.dateBasis == .configured)
  }
}
