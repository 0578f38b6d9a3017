// What is a table, what only looks like one, and that cleaning keeps its columns.

import Model
import Testing

@testable import Normalizers

@Suite struct TableRegionTests {
  private func tables(_ text: String, as mediaType: Document.MediaType = .plain) -> [String] {
    let document = normalized(text, as: mediaType)
    return document.regions.filter { $0.role == .table }.map { document.text.string($0.span) }
  }

  @Test(arguments: [
    "| Office | 2008 |\n|---|---:|\n| Harbour | 120 |", "Office | 2008\n--- | ---\nHarbour | 120",
    "| Office |\n|:-:|\n| Harbour |", "| a | b |\n| c | d |\n",
    "+------+-----+\n| Pier | 120 |\n+------+-----+", " fund   | paid\n--------+------\n water  |  120",
    "Office      2008    2009\nHarbour      120     130\nLights        15      17",
    "Office\t2008\t2009\nHarbour\t120\t130\nLights\t15\t17",
    "Rice       1.20\nOil        3.45\nSalt       0.90",
    "Office      2008    2009\n------------------------\nHarbour      120     130\nLights        15      17\n\nTotal        135     147",
    "Office          2008    2009\nWorks and\n  buildings      120     130\nLights            15      17",
    "Министерство      2008    2009\nОборона          1 200   1 310\nКультура            87      91",
    "Name       Part       Town\nAsh        keeper     Aix\nElm        winger     Ulm",
  ])
  func tablesAreWhole(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let around = "\(OutlineTests.prose)\n\n\(text)\n\n\(OutlineTests.prose)\n"
    for whole in [text, text + "\n", around] {
      let found = tables(whole)
      #expect(found.count == 1, "\(whole)")
      #expect(
        found.first?.split(separator: "\n", omittingEmptySubsequences: false).starts(with: lines) == true, "\(whole)")
    }
  }

  @Test(arguments: [
    "Home | News | Sport | Contact", "Home | News | Sport\nLog in | Help | About", "cat a | sort -u | head -5",
    "The pier cost $5 | says the mayor", "- bread     1.20\n- milk      0.90\n- salt      0.40",
    "1. Bread and butter\n2. Milk, 3 litres\n3. Salt",
    "int a   =  5;   // one\nint b   =  6;   // two\nint c   =  7;   // six\n",
    "It was so.  In 2009 it rose.  Then it fell.\nIt was late.  In 2010 it fell.  Then it rose.",
    "A bridge closes after 40 years May 8, 2019 | 7:44 pm\nThe council votes on new lights for all May 8, 2019 | 6:03 pm\nA gas leak closes the old mill road May 7, 2019 | 2:19 pm",
    "Title\n\n---\n\nText", "```\nOffice   2008   2009\nPier      120    130\nLamp       15     17\n```",
    "It  was  a  justified  line\nof  running  text  that  an  old\nmachine  set  in  1984  or  so",
    "one\ttwo\nthree",
  ])
  func otherTextIsNone(_ text: String) {
    let around = "\(OutlineTests.prose)\n\n\(text)\n\n\(OutlineTests.prose)\n"
    #expect(tables(text).isEmpty, "\(text)")
    #expect(tables(around).isEmpty, "\(text)")
    #expect(tables(around, as: .markdown).isEmpty, "\(text)")
  }

  /// Columns of spaces, bars behind backslashes and lines under heads are what tables are made of.
  @Test(arguments: [
    "Office      2008    2009\n========================\nHarbour      120     130\nLights        15      17",
    "| North \\| South | 12 |\n|---|---|\n| East \\| West | 14 |",
    "Office\t2008\t2009\nHarbour\t120\t130\nLights\t15\t17", "| **Total** | 2008 |\n|---|---|\n| _Pier_ | 1\u{A0}200 |",
  ])
  func cleaningKeepsTheColumns(_ text: String) {
    for mediaType in [Document.MediaType.plain, .markdown] {
      let document = normalized(text, as: mediaType)
      let clean = document.text.string(0..<document.text.count)
      #expect(clean.filter { "|\t=\\-".contains($0) } == text.filter { "|\t=\\-".contains($0) }, "\(clean)")
      #expect(document.regions.map(\.role) == [.table], "\(clean)")
      #expect(normalized(clean, as: mediaType).text.bytes == document.text.bytes)
    }
  }

  @Test func aTableCutsNoParagraph() {
    let lines =
      "The council has set aside a sum for the two bridges that were\nclosed in spring after a landslide in the hills and"
    let text = "\(lines)\nPier         120     130\nLamps         15      17\nWalls         33      41\n"
    #expect(outline(normalized(text)) == ["body The council", "table Pier 120"])
  }
}
