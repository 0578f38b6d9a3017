// Measures the program on generated news and prints where its CPU time goes. No figure fails it.
import Foundation

@main
struct Bench {
  private static let denseMegabytes = 64

  /// Reads amounts of money alone, which is what the budget is for.
  private let assay: Assay
  /// Reads quantities too, as the default run does.
  private let everything: Assay
  private let project: URL
  private let root: URL
  private let megabytes: Int
  private let runs: Int

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { return stop("usage: Bench ASSAY PROJECT", status: 2) }
    do { try Bench(program: arguments[1], project: URL(filePath: arguments[2])).print() } catch {
      stop("\(error)", status: 1)
    }
  }

  private init(program: String, project: URL) {
    let environment = ProcessInfo.processInfo.environment
    megabytes = max(2, environment["BENCH_MB"].flatMap { Int($0) } ?? 256)
    runs = max(1, environment["BENCH_RUNS"].flatMap { Int($0) } ?? 3)
    self.project = project
    let folder = environment["BENCH_DIR"].map { URL(filePath: $0) }
    root = folder ?? FileManager.default.temporaryDirectory.appending(path: "assay-bench")
    let output = root.appending(path: "output")
    assay = Assay(
      program: program, configuration: project.appending(path: "Benchmarks/pipeline.json").path, output: output)
    everything = Assay(program: program, configuration: project.appending(path: "pipeline.json").path, output: output)
  }

  private func print() throws {
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: assay.output) }
    let news = try Corpus(.news, megabytes: megabytes, seed: 1, in: root)
    let more = try Corpus(.news, megabytes: megabytes, seed: 2, in: root)
    let dense = try Corpus(.dense, megabytes: min(Self.denseMegabytes, megabytes), seed: 3, in: root)
    let newsSize = try news.size()
    let denseSize = try dense.size()
    Self.say("news \(figure(newsSize)) MB, dense \(figure(denseSize)) MB; median of \(runs) runs; MB is 10^6 bytes")

    let pairs = try (0..<runs).map { _ in
      (one: try assay.run(over: [news.folder], workers: 1), two: try assay.run(over: [news.folder], workers: 2))
    }
    let whole = pairs.map(\.one)
    let denseRuns = try (0..<runs).map { _ in try assay.run(over: [dense.folder], workers: 1) }
    printBudget(whole, denseRuns)
    try printSpeeds(whole, denseRuns, news: news, dense: dense)
    try printRun(pairs.map(\.one), pairs.map(\.two), double: assay.run(over: [news.folder, more.folder], workers: 1))
    try printQuantities(everything.run(over: [news.folder], workers: 1))
  }

  private func printBudget(_ news: [AssayRun], _ dense: [AssayRun]) {
    var table = Table("CPU ms per MB", "budget", "news", "ratio", "MB/s", "dense")
    for line in Budget.lines {
      let spent = median(news.map { $0.milliseconds(line.stages) })
      table.add(
        line.name, figure(line.milliseconds, 1), figure(spent, 2), figure(spent / line.milliseconds, 1),
        figure(1000 / spent), figure(median(dense.map { $0.milliseconds(line.stages) }), 2))
    }
    let spent = median(news.map { 1000 / $0.speed })
    table.add(
      "whole run", figure(Budget.total, 1), figure(spent, 2), figure(spent / Budget.total, 1), figure(1000 / spent),
      figure(median(dense.map { 1000 / $0.speed }), 2))
    Self.say("\n" + table.text())
  }

  private func printSpeeds(_ news: [AssayRun], _ dense: [AssayRun], news corpus: Corpus, dense denseCorpus: Corpus)
    throws
  {
    var table = Table("MB per CPU-second", "news", "dense", "of rg -c", "of rg -ob")
    let sizes = (try corpus.size(), try denseCorpus.size())
    let count = try speeds(sizes) { try Ripgrep.measure("-c", in: $0 ? denseCorpus : corpus) }
    let match = try speeds(sizes) { try Ripgrep.measure("-ob", in: $0 ? denseCorpus : corpus) }
    let lines = (try corpus.jsonLines(), try denseCorpus.jsonLines())
    let worker = try speeds(sizes) { try assay.worker($0 ? lines.1 : lines.0) }
    let recognizer = (
      median(news.map { 1000 / $0.milliseconds(["recognize"]) }),
      median(dense.map { 1000 / $0.milliseconds(["recognize"]) })
    )
    let run = (median(news.map(\.speed)), median(dense.map(\.speed)))
    for (name, speed) in [
      ("recognizer alone", recognizer), ("worker", worker), ("whole run", run), ("rg -c", count), ("rg -ob", match),
    ] {
      table.add(
        name, figure(speed.0), figure(speed.1), figure(speed.0 / count.0, 2), figure(speed.0 / match.0, 2))
    }
    Self.say("\n" + table.text())
    try printRivals(worker, news: corpus, dense: denseCorpus)
  }

  private func printRivals(_ worker: (Double, Double), news: Corpus, dense: Corpus) throws {
    guard let rivals = Rivals(project: project) else {
      return Self.say("\nNo other recognizers to stand beside: scripts/rivals installs them.")
    }
    var table = Table("MB per CPU-second", "news", "dense", "worker to it, news", "worker to it, dense")
    for (name, speed) in try rivals.speeds(on: news, and: dense) {
      table.add(
        name, figure(speed.news, 3), figure(speed.dense, 3), figure(worker.0 / speed.news),
        figure(worker.1 / speed.dense))
    }
    Self.say("\n" + table.text())
  }

  /// Megabytes per CPU-second on both corpora.
  private func speeds(
    _ sizes: (Double, Double), _ measure: (_ isDense: Bool) throws -> Measurement
  ) rethrows -> (Double, Double) {
    let news = try (0..<runs).map { _ in sizes.0 / (try measure(false).cpu) }
    let dense = try (0..<runs).map { _ in sizes.1 / (try measure(true).cpu) }
    return (median(news), median(dense))
  }

  private func printRun(_ one: [AssayRun], _ two: [AssayRun], double: AssayRun) {
    var table = Table("whole run", "figure")
    let seconds = (median(one.map(\.measurement.seconds)), median(two.map(\.measurement.seconds)))
    table.add("seconds, 1 worker", figure(seconds.0, 2))
    table.add("seconds, 2 workers", figure(seconds.1, 2))
    table.add("1 worker to 2 workers", figure(seconds.0 / seconds.1, 2))
    table.add("peak MB of memory", figure(median(one.map(\.measurement.peakMemory))))
    table.add("peak MB of memory, 2 workers", figure(median(two.map(\.measurement.peakMemory))))
    table.add("peak MB of memory, text doubled", figure(double.measurement.peakMemory))
    table.add("amounts found", String(one.first?.mentions ?? 0))
    Self.say("\n" + table.text())
  }

  private func printQuantities(_ run: AssayRun) {
    var table = Table("run with quantities", "figure")
    table.add("recognizing quantities, CPU ms per MB", figure(run.milliseconds(["quantities"]), 2))
    table.add("whole run, MB per CPU-second", figure(run.speed))
    Self.say("\n" + table.text())
  }

  /// Each table appears as soon as its figures are in, also where the output is a file.
  private static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private static func stop(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data("bench: \(message)\n".utf8))
    exit(status)
  }
}
