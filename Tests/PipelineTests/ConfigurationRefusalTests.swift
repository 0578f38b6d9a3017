// What a wrong configuration is answered with.
import Testing

@testable import Pipeline

@Suite struct ConfigurationRefusalTests {
  /// A configuration, and what its refusal says in full.
  static let refusals: [(written: String, told: String)] = [
    (
      #"{"sources": [{"id": "a", "folder": "."}, {"id": "b", "folder": ".", "langauge": "en"}]}"#,
      #"unknown key of a source in pipeline.json at $.sources[1].langauge: found "langauge", expected one of id, folder, include, exclude, publisher, country, language, encoding, date, publishText; did you mean "language"?"#
    ),
    (
      #"{"ruels": {}}"#,
      #"unknown key in pipeline.json at $.ruels: found "ruels", expected one of $schema, sources, reportingCurrency, constantPriceYear, reference, rules, outputs, limits; did you mean "rules"?"#
    ),
    (
      #"{"sources": [{"id": "a"}]}"#,
      #"missing key in pipeline.json at $.sources[0]: found no "folder", expected "folder": a path; it is needed: Folder with its files, relative to this file's folder"#
    ),
    (
      #"{"sources": {}}"#,
      "wrong type in pipeline.json at $.sources: found an object, expected a list"
    ),
    (
      #"{"outputs": {"xml": "yes"}}"#,
      #"wrong type in pipeline.json at $.outputs.xml: found "yes", expected true or false"#
    ),
    (
      #"{"outputs": {"keepRuns": -1}}"#,
      "number out of range in pipeline.json at $.outputs.keepRuns: found -1, expected a whole number from 0"
    ),
    (
      #"{"constantPriceYear": 20200}"#,
      "number out of range in pipeline.json at $.constantPriceYear: found 20200, expected a whole number from 1 to 9999"
    ),
    (
      #"{"reportingCurrency": "UDS"}"#,
      #"unknown name in pipeline.json at $.reportingCurrency: found "UDS", expected an ISO 4217 code such as USD; did you mean "USD"?"#
    ),
    (
      #"{"rules": {"emtpy-file": false}}"#,
      #"unknown rule in pipeline.json at $.rules["emtpy-file"]: found "emtpy-file", expected a known rule; did you mean "empty-file"?"#
    ),
    (
      #"{"rules": {"empty-file": true}}"#,
      #"wrong type in pipeline.json at $.rules["empty-file"]: found true, expected false, or an object of settings"#
    ),
    (
      #"{"rules": {"empty-file": {"limit": 3}}}"#,
      #"unknown setting of empty-file in pipeline.json at $.rules["empty-file"].limit: found "limit", expected none: there are none"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": ".", "date": "2010-02-30"}]}"#,
      #"unusable text in pipeline.json at $.sources[0].date: found "2010-02-30", expected a date such as 2010, 2010-07 or 2010-07-14"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": ".", "country": "KE"}]}"#,
      #"unusable text in pipeline.json at $.sources[0].country: found "KE", expected an ISO 3166 alpha-3 code such as KEN"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": ".", "country": "XQQ"}]}"#,
      #"unusable text in pipeline.json at $.sources[0].country: found "XQQ", expected an ISO 3166 alpha-3 code such as KEN"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": ".", "language": "xx"}]}"#,
      #"unusable text in pipeline.json at $.sources[0].language: found "xx", expected a language code of two or three small letters such as en"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": ".", "encoding": "klingon"}]}"#,
      #"unusable text in pipeline.json at $.sources[0].encoding: found "klingon", expected an encoding's name such as windows-1251"#
    ),
    (
      #"{"sources": [{"id": "a", "folder": "."}, {"id": "a", "folder": "."}]}"#,
      #"repeated id in pipeline.json at $.sources[1].id: found "a" a second time, expected an id of its own for every source"#
    ),
    (
      #"{"sources": []}"#,
      #"nothing to read in pipeline.json at $.sources: found no source, expected at least one; add {"id": …, "folder": …}, or give --source FOLDER"#
    ),
    (
      "{\"sources\": [],\n}",
      "not JSON in pipeline.json at line 2, column 1: found '}', expected a key in double quotes"
    ),
    (
      #"{"sources": [{"id": "a", "folder": "."}], "reference": {"rates": "no.csv"}}"#,
      "unreadable file in pipeline.json at $.reference.rates: found \"no.csv\": No such file or directory, "
        + "expected a file that can be read"
    ),
  ]

  @Test func eachRefusalSaysWhatWhereFoundAndExpected() throws {
    let folder = try ConfigurationFolder()
    for (written, told) in Self.refusals {
      #expect(folder.refusal(written)?.description == told, "refusing \(written)")
    }
  }

  @Test func aMissingFolderIsNamed() throws {
    let folder = try ConfigurationFolder()
    let refusal = folder.refusal(#"{"sources": [{"id": "a", "folder": "gone"}]}"#)
    #expect(refusal?.place == "$.sources[0].folder")
    #expect(refusal?.found == "no folder at \(folder.path)/gone")
  }

  @Test func nothingToRunIsTaught() throws {
    let folder = try ConfigurationFolder()
    let error = #expect(throws: ConfigurationError.self) {
      try PlanResolver.plan(configurationAt: nil, overrides: Overrides(workingFolder: folder.path))
    }
    #expect(error?.description.contains("assay run --source FOLDER") == true)
  }

  @Test func aMissingSourceOnTheCommandLineIsNamed() throws {
    let folder = try ConfigurationFolder()
    let refusal = folder.refusal("{}") { $0.sources = ["letters"] }
    #expect(
      refusal?.description
        == "nothing to read at --source letters: found no such file or folder, expected a file or folder")
  }

  @Test func aSourceFileWhoseNameIsAPatternIsRefused() throws {
    let folder = try ConfigurationFolder(["what?.txt": "one", ".note.txt": "two"])
    for name in ["what?.txt", ".note.txt"] {
      let refusal = folder.refusal("{}") { $0.sources = [name] }
      #expect(refusal?.description.hasPrefix("unusable name at --source \(name): found \"\(name)\"") == true)
    }
  }

  @Test func theNearestNameIsOneThatIsNear() {
    let names = ["no-break-spaces", "line-ends", "soft-hyphens"]
    #expect(NearestName.nearest(to: "no-braek-spaces", among: names) == "no-break-spaces")
    #expect(NearestName.nearest(to: "LINE-ENDS", among: names) == "line-ends")
    #expect(NearestName.nearest(to: "bananas", among: names) == nil)
  }

  @Test func distanceCountsNeighboursSwappedOnce() {
    #expect(NearestName.distance(Array("langauge".utf8), Array("language".utf8)) == 1)
    #expect(NearestName.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(NearestName.distance([], Array("abc".utf8)) == 3)
  }
}
