// The program as a shell sees it: messages, streams and exit codes.
import Foundation
import Testing

@Suite struct CommandLineTests {
  private struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program that was built beside the tests.
  private static var program: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("assay")
  }

  private static func run(_ arguments: [String], in folder: String, input: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [:]
    let (given, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let told = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: told, as: UTF8.self))
  }

  @Test func helpTeachesWithExamples() throws {
    let folder = try ConfigurationFolder()
    let general = try Self.run(["--help"], in: folder.path)
    #expect(general.status == 0 && general.errors.isEmpty)
    #expect(general.output.contains("EXAMPLES") && general.output.contains("EXIT CODES"))
    for name in ["run", "extract", "clean", "worker", "explain", "validate", "rules", "schema"] {
      let help = try Self.run([name, "--help"], in: folder.path)
      #expect(help.status == 0, "assay \(name) --help")
      #expect(help.output.contains("EXAMPLES\n  "), "assay \(name) --help shows examples")
    }
  }

  /// Arguments that are wrong, and a part of what they are answered with.
  private static let misuses: [(arguments: [String], told: String)] = [
    (["run", "--nonsense"], "Unknown option '--nonsense'"),
    (["nonsense"], "nonsense"),
    (["run"], "name what to read: assay run --source FOLDER"),
    (["run", "--config", "gone.json"], "unreadable file in gone.json: found No such file or directory"),
    (["run", "--source", "gone"], "nothing to read at --source gone"),
    (["run", "--workers", "0"], "--workers: found 0, expected a number from 1 to 1024"),
    (["run", "--workers", "-1"], "--workers: found -1, expected a number from 1 to 1024"),
    (["run", "--output", ""], "--output: found an empty path"),
    (["run", "--source", ""], "--source: found an empty path"),
    (["run", "--source", "/dev/null"], "found neither a regular file nor a folder"),
    (["validate", "/dev/null"], "/dev/null is a file, expected a dataset folder"),
    (["worker", "--workers", "x"], "workers"),
    (["worker", "--max-line-bytes", "0"], "--max-line-bytes: found 0, expected a number from 1 to"),
    (
      ["help", "explane"], "unknown subcommand: found \"explane\", expected one of run, extract, clean, worker, explain"
    ),
    (["help", "explane"], "did you mean \"explain\"?"),
    (["schema", "pipelin"], "expected one of pipeline, report, dataset, tables; did you mean \"pipeline\"?"),
    (["explain", ""], "expected FILE or FILE:BYTE such as report.txt:4975"),
    (["explain", ""], "Usage: assay explain <file[:byte]>"),
    (["extract", "--format", "xlsx"], "xlsx"),
    (["clean", "."], "nothing to read at .: found a folder without files"),
  ]

  @Test func misuseEndsWithTwoAndAMessage() throws {
    let folder = try ConfigurationFolder()
    for (arguments, told) in Self.misuses {
      let outcome = try Self.run(arguments, in: folder.path)
      #expect(outcome.status == 2, "assay \(arguments.joined(separator: " "))")
      #expect(outcome.errors.hasPrefix("assay: "), "assay \(arguments.joined(separator: " "))")
      #expect(outcome.errors.contains(told), "assay \(arguments.joined(separator: " ")) says \(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func missingAndForeignFilesEndWithTheirCodes() throws {
    let folder = try ConfigurationFolder(["a.txt": "It costs $5 million.\n", "empty.txt": ""])
    let missing = try Self.run(["extract", "gone.txt", "a.txt"], in: folder.path)
    #expect(missing.status == 74)
    #expect(missing.errors.hasPrefix("assay: gone.txt: "))
    #expect(missing.output.contains("$5 million"), "the other file is still read")
    #expect(try Self.run(["clean", "empty.txt"], in: folder.path).status == 3)
    #expect(try Self.run(["validate", "gone"], in: folder.path).status == 74)
  }

  @Test func extractWritesEachFormat() throws {
    let folder = try ConfigurationFolder(["a.txt": "It costs $5 million.\n"])
    let lines = try Self.run(["extract", "a.txt"], in: folder.path)
    #expect(lines.status == 0)
    #expect(lines.output.hasPrefix(#"{"file":"a.txt","start_byte":9,"end_byte":19,"surface":"$5 million""#))
    let csv = try Self.run(["extract", "--format", "csv"], in: folder.path, input: "It costs $5 million.\n")
    #expect(csv.output.hasPrefix("file,start_byte,end_byte,region,surface,lower,upper,currency,"))
    #expect(csv.output.contains("\r\n-,9,19,body,$5 million,5000000,5000000,USD,exact,"))
    let table = try Self.run(["extract", "--format", "table", "a.txt"], in: folder.path)
    #expect(table.output.hasPrefix("a.txt: 1 mention\nbytes  surface     amount"))
  }

  @Test func explainNamesTheRuleAndTheBasis() throws {
    let folder = try ConfigurationFolder(["a.txt": "It costs $5 million.\n"])
    let covered = try Self.run(["explain", "a.txt:12"], in: folder.path)
    #expect(covered.status == 0)
    for part in ["\"$5 million\"", "9-19", "5000000, exact", "USD", "read from symbol", "rule"] {
      #expect(covered.output.contains(part), "explain says \(covered.output)")
    }
    let outside = try Self.run(["explain", "a.txt:2"], in: folder.path)
    #expect(outside.output == "a.txt: no mention covers byte 2\n  after       \"$5 million\" at 9-19\n")
    let beyond = try Self.run(["explain", "a.txt:21"], in: folder.path)
    #expect(beyond.status == 2 && beyond.output.isEmpty)
    #expect(beyond.errors == "assay: a.txt has 21 bytes: found byte 21, expected 0 to 20\n")
  }

  @Test func explainTellsOfEveryAmountAndItsParties() throws {
    let folder = try ConfigurationFolder(["none.txt": "It costs nothing.\n"])
    let all = try Self.run(["explain", "-"], in: folder.path, input: "Peru lent Chile $5 million.\n\nIt paid $2.\n")
    #expect(all.status == 0)
    for part in ["-: \"$5 million\"", "payer       Peru (PER)", "payee       Chile (CHL)", "\n\n-: \"$2\""] {
      #expect(all.output.contains(part), "explain says \(all.output)")
    }
    #expect(try Self.run(["explain", "none.txt"], in: folder.path).output == "none.txt: no amount of money found\n")
  }

  @Test func pipesAreReadByName() throws {
    let folder = try ConfigurationFolder()
    for (arguments, told) in [
      (["extract", "pipe"], #""surface":"$5 million""#), (["clean", "pipe"], "It costs"),
      (["explain", "pipe:12"], "USD"),
    ] {
      let path = "\(folder.path)/pipe"
      unlink(path)
      try #require(mkfifo(path, 0o600) == 0)
      Thread.detachNewThread {
        let pipe = FileHandle(forWritingAtPath: path)
        pipe?.write(Data("It costs $5 million.\n".utf8))
        try? pipe?.close()
      }
      let outcome = try Self.run(arguments, in: folder.path)
      #expect(outcome.status == 0 && outcome.output.contains(told), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func theLongestLineMayBeSet() throws {
    let folder = try ConfigurationFolder()
    let outcome = try Self.run(
      ["worker", "--max-line-bytes", "20"], in: folder.path, input: "{\"id\":1,\"text\":\"It costs $5\"}\n")
    #expect(outcome.output.hasPrefix(#"{"id":1,"error":{"code":"line-too-long""#))
    #expect(try Self.run(["worker", "--help"], in: folder.path).output.contains("64 MiB"))
  }

  @Test func cleanKeepsFoldersAndRefusesCollisions() throws {
    let folder = try ConfigurationFolder(["in/a.md": "one\n", "in/sub/b.txt": "two\n"])
    let outcome = try Self.run(["clean", "in", "--out", "out"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.text(of: "out/a.txt") == "one\n")
    #expect(try folder.text(of: "out/sub/b.txt") == "two\n")
    try folder.write("three\n", to: "in/a.txt")
    let refused = try Self.run(["clean", "in", "--out", "fresh"], in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("found in/a.md and in/a.txt both for a.txt"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/fresh"))
    #expect(try Self.run(["clean", "in/sub", "--out", "in/sub"], in: folder.path).status == 2)
    #expect(try folder.text(of: "in/sub/b.txt") == "two\n")
  }

  @Test func decodingOnlyLeavesTheTextAsItIs() throws {
    let folder = try ConfigurationFolder()
    func write(_ bytes: [UInt8], to name: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    try write([0xEF, 0xBB, 0xBF] + Array("a  \r\nb\\$5\u{A0}\r".utf8), to: "marked.bin")
    try write([0xC3, 0x28, 0xFF], to: "bad.txt")
    try write([0x96, 0xA5, 0xAD, 0xA0], to: "dos.txt")
    let marked = try Self.run(["clean", "--decode-only", "--out", "out", "marked.bin"], in: folder.path)
    #expect(marked.status == 0 && marked.errors.isEmpty, "\(marked.errors)")
    #expect(try folder.text(of: "out/marked.txt") == "a  \r\nb\\$5\u{A0}\r")
    let bad = try Self.run(["clean", "--decode-only", "--encoding", "utf-8", "bad.txt"], in: folder.path)
    #expect(bad.output == "\u{FFFD}(\u{FFFD}")
    #expect(bad.errors == "assay: bad.txt: 2 parts are not utf-8, at byte 0, 2\n")
    let declared = try Self.run(["clean", "dos.txt", "--decode-only", "--encoding", "cp866"], in: folder.path)
    #expect(declared.output == "Цена")
    let unknown = try Self.run(["clean", "dos.txt", "--encoding", "klingon"], in: folder.path)
    #expect(unknown.status == 2 && unknown.errors.contains("klingon"))
  }

  @Test func cleanWritesJSON() throws {
    let folder = try ConfigurationFolder(["a.txt": "one\n"])
    let outcome = try Self.run(["clean", "a.txt", "--format", "json"], in: folder.path)
    #expect(outcome.output.hasPrefix(#"{"path":"a.txt","media_type":"text/plain","encoding":"utf-8""#))
  }

  @Test func theWorkerIsStrictWhenAsked() throws {
    let folder = try ConfigurationFolder()
    let input = "{\"id\":1,\"text\":\"$5\"}\nbad\n"
    #expect(try Self.run(["worker"], in: folder.path, input: input).status == 0)
    let strict = try Self.run(["worker", "--strict"], in: folder.path, input: input)
    #expect(strict.status == 3)
    #expect(strict.errors == "assay: 1 of 2 lines were answered with an error\n")
    #expect(strict.output.split(separator: "\n").count == 2)
  }

  @Test func rulesAndSchemasAreOnHand() throws {
    let folder = try ConfigurationFolder()
    #expect(try Self.run(["rules"], in: folder.path).output.contains("empty-file"))
    #expect(try Self.run(["rules", "--markdown"], in: folder.path).output.hasPrefix("# Rules\n"))
    #expect(try Self.run(["schema", "pipeline"], in: folder.path).output.hasPrefix("{"))
    #expect(try Self.run(["schema", "dataset"], in: folder.path).output.hasPrefix("<?xml"))
  }

  @Test func aDryRunPublishesNothing() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "It costs $5 million.\n", "letters/b.txt": "b\n"])
    let outcome = try Self.run(["run", "--source", "letters", "--dry-run"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 documents"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/output/current"))
  }

  @Test func jsonLogsAreJSONToTheEnd() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "It costs $5 million.\n"])
    let published = try Self.run(["run", "--source", "letters", "--json-logs"], in: folder.path)
    #expect(published.status == 0 && published.output.isEmpty)
    #expect(published.errors.hasPrefix(#"{"level":"info","message":"the run has ended","duplicates":"0""#))
    #expect(published.errors.contains(#""mentions":"1""#))
    let refused = try Self.run(["run", "--source", "gone", "--json-logs"], in: folder.path)
    #expect(refused.status == 2)
    #expect(refused.errors.hasPrefix(#"{"level":"error","message":"nothing to read at --source gone"#))
    #expect(refused.errors.hasSuffix("\"exit_status\":\"2\"}\n"))
  }

  @Test func aRunPublishesADatasetThatValidates() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "It costs $5 million.\n", "letters/b.txt": "b\n"])
    let outcome = try Self.run(["run", "--source", "letters", "--output", "out"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let sound = try Self.run(["validate", "out/current"], in: folder.path)
    #expect(sound.status == 0, "\(sound.errors)")
    let mentions = try folder.text(of: "out/current/data/mentions.csv")
    try folder.write(
      mentions.replacingOccurrences(of: "$5 million", with: "$6 million"), to: "out/current/data/mentions.csv")
    let broken = try Self.run(["validate", "out/current"], in: folder.path)
    #expect(broken.status == 70)
    #expect(broken.errors.contains("expected \"$6 million\" as in mention m1-"))
  }

  @Test func aRunThatCannotBeToldOfIsStillPublished() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "It costs $5 million.\n"])
    for output in [">&-", ">/dev/full", ">&- 2>&-", "<&-"] {
      let told = try Self.shell("run --source letters --output out \(output)", in: folder.path)
      #expect(told == 0, "run \(output)")
      #expect(try Self.run(["validate", "out/current"], in: folder.path).status == 0, "run \(output)")
    }
    #expect(try Self.shell("--help >/dev/full", in: folder.path) == 74)
    #expect(try Self.shell("rules >&-", in: folder.path) == 74)
  }

  private static func shell(_ arguments: String, in folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(program.path)' \(arguments)"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// A file of the dataset, what is replaced in it, and what validate then says.
  private static let damages: [(file: String, old: String, new: String, told: String)] = [
    ("report/report.json", "\"read\": 2", "\"read\": 3", "report/report.json at files.read: found 3, expected 2"),
    ("report/report.json", "\"found\"", "\"fund\"", "found no found, expected it"),
    ("xml/dataset.xml", "$5 million", "$6 million", "expected row 1 of data/mentions.csv"),
    ("run.json", "datasetSha256\": \"", "datasetSha256\": \"0", "run.json: found datasetSha256 0"),
    ("data/evidence.csv", "\r\n", "\n", "run.json: found datasetSha256"),
  ]

  @Test func validateSeesDamage() throws {
    let folder = try ConfigurationFolder(["letters/a.txt": "It costs $5 million.\n", "letters/b.txt": "b\n"])
    #expect(try Self.run(["run", "--source", "letters", "--output", "out"], in: folder.path).status == 0)
    for (file, old, new, told) in Self.damages {
      let text = try folder.text(of: "out/current/" + file)
      try folder.write(text.replacingOccurrences(of: old, with: new), to: "out/current/" + file)
      let damaged = try Self.run(["validate", "out/current"], in: folder.path)
      #expect(damaged.status == 70 && damaged.errors.contains(told), "\(file): \(damaged.errors)")
      try folder.write(text, to: "out/current/" + file)
    }
    try folder.write("x", to: "out/current/data/stray.csv")
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/current/texts").sorted()
    try folder.write("c\n", to: "out/current/texts/" + texts[0])
    try FileManager.default.removeItem(atPath: folder.path + "/out/current/texts/" + texts[1])
    let damaged = try Self.run(["validate", "out/current"], in: folder.path).errors
    #expect(damaged.contains("data/stray.csv: found a file that is no part of a dataset"))
    #expect(damaged.contains("texts/\(texts[0]): found hash"))
    #expect(damaged.contains("texts/\(texts[1]): found no such file"))
  }
}
