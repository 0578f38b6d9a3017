// What a configuration and the command line together resolve to.
import Model
import Testing

@testable import Pipeline

@Suite struct ConfigurationPlanTests {
  @Test func absentKeysHaveTheirStandards() throws {
    let folder = try ConfigurationFolder()
    let plan = try folder.plan(#"{"sources": [{"id": "a", "folder": "."}]}"#)
    #expect(plan.sources.map(\.folder) == [folder.path])
    #expect(plan.sources.map(\.include) == [["**"]])
    #expect(plan.sources.map(\.publishesText) == [true])
    #expect(plan.output == "\(folder.path)/output")
    #expect(plan.reportingCurrency == "USD")
    #expect(plan.constantBaseYear == nil)
    #expect(plan.reference.isEmpty)
    #expect(plan.maximumFileBytes == 67_108_864)
    #expect(plan.keptRuns == 7)
    #expect(plan.writesXML && !plan.readsQuantities)
    #expect(plan.rules == RuleChoices())
  }

  @Test func aByteOrderMarkBeforeTheFileIsSkipped() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "a"])
    let plan = try folder.plan("\u{FEFF}{\"sources\": [{\"id\": \"l\", \"folder\": \"letters\"}]}")
    #expect(plan.sources.map(\.id) == ["l"])
  }

  @Test func whatIsWrittenIsTaken() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "a"])
    let plan = try folder.plan(
      """
      {"$schema": "pipeline.schema.json",
       "sources": [{"id": "l", "folder": "./letters/", "include": ["*.txt"], "exclude": ["b*"], "publisher": "P",
                    "country": "KEN", "language": "sw", "encoding": "windows-1251", "date": "2010-07",
                    "publishText": false}],
       "reportingCurrency": "EUR", "constantPriceYear": 2020, "rules": {"empty-file": false},
       "outputs": {"folder": "../out", "xml": false, "quantities": true, "keepRuns": 1}, "limits": {"maximumFileBytes": 10}}
      """)
    let source = try #require(plan.sources.first)
    #expect(source.folder == "\(folder.path)/letters")
    #expect(source.include == ["*.txt"] && source.exclude == ["b*"])
    #expect(source.publisher == "P" && source.country == "KEN" && source.language == "sw")
    #expect(source.encoding == "windows-1251" && source.date == PartialDate(year: 2010, month: 7))
    #expect(!source.publishesText && !plan.writesXML && plan.readsQuantities)
    #expect(plan.reportingCurrency == "EUR" && plan.constantBaseYear == 2020)
    #expect(plan.rules.disabled == ["empty-file"])
    #expect(plan.output == PathText.absolute("../out", from: folder.path))
    #expect(plan.keptRuns == 1 && plan.maximumFileBytes == 10)
  }

  @Test func pathsStartAtTheConfigurationsFolder() throws {
    let folder = try ConfigurationFolder(["nightly/letters/a.txt": "a"])
    let plan = try PlanResolver.plan(
      configuration: Array(#"{"sources": [{"id": "l", "folder": "letters"}]}"#.utf8), file: "nightly/p.json",
      overrides: Overrides(workingFolder: folder.path))
    #expect(plan.sources.first?.folder == "\(folder.path)/nightly/letters")
    #expect(plan.output == "\(folder.path)/nightly/output")
  }

  @Test func theCommandLineReplacesSourcesAndOutputAndKeepsTheRest() throws {
    let folder = try ConfigurationFolder(["My Letters/a.txt": "a", "b/my-letters/c.txt": "c", "notes.md": "n"])
    let plan = try folder.plan(#"{"sources": [{"id": "x", "folder": "gone"}], "reportingCurrency": "EUR"}"#) {
      $0.sources = ["My Letters", "b/my-letters", "notes.md"]
      $0.output = "out"
      $0.workers = 3
      $0.isFull = true
    }
    #expect(plan.sources.map(\.id) == ["my-letters", "my-letters-2", "notes.md"])
    #expect(plan.sources.map(\.folder) == ["\(folder.path)/My Letters", "\(folder.path)/b/my-letters", folder.path])
    #expect(plan.sources.map(\.include) == [["**"], ["**"], ["notes.md"]])
    #expect(plan.output == "\(folder.path)/out")
    #expect(plan.workers == 3 && plan.isFull && plan.reportingCurrency == "EUR")
  }

  @Test func sourcesAloneNeedNoConfiguration() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "a"])
    let plan = try PlanResolver.plan(
      configurationAt: nil, overrides: Overrides(sources: ["letters"], workingFolder: folder.path))
    #expect(plan.sources.map(\.id) == ["letters"])
    #expect(plan.output == "\(folder.path)/output")
  }

  @Test func thePipelineOfTheWorkingFolderIsFound() throws {
    let folder = try ConfigurationFolder([
      "pipeline.json": #"{"sources": [{"id": "l", "folder": "letters"}]}"#, "letters/a.txt": "a",
    ])
    let plan = try PlanResolver.plan(configurationAt: nil, overrides: Overrides(workingFolder: folder.path))
    #expect(plan.sources.map(\.id) == ["l"])
  }

  @Test func theFingerprintKnowsNoPlace() throws {
    let written = #"{"sources": [{"id": "a", "folder": "."}], "rules": {"empty-file": false}}"#
    let here = try ConfigurationFolder()
    let there = try ConfigurationFolder()
    let first = try here.plan(written)
    let second = try there.plan(written) {
      $0.workers = 9
      $0.output = "elsewhere"
    }
    #expect(first.fingerprint == second.fingerprint)
    #expect(!first.fingerprint.contains(here.path))
    let other = try here.plan(#"{"sources": [{"id": "a", "folder": "."}]}"#)
    #expect(first.fingerprint != other.fingerprint)
  }
}
