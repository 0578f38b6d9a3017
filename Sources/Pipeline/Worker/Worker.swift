// JSON Lines in, JSON Lines out, in order: the recognizers for programs such as Spark that pipe records through.
import Dispatch
import Formats
import Synchronization

/// Needs no environment, locale, working directory, temporary file or network.
package struct Worker: Sendable {
  package struct Options: Sendable, Hashable {
    /// Whether answers carry the normalized text and the mentions' places in it.
    package var cleans = false
    /// Whether answers carry the quantities other than money.
    package var readsQuantities = false
    /// Whether a last line tells the counts.
    package var writesTrailer = false
    package var threads = 1
    /// Longer lines are answered with an error, and so are larger files that a path names.
    package var maximumLineBytes = 64 << 20

    package init() {}
  }

  /// What was counted.
  package struct Tally: Sendable, Hashable {
    package var lines = 0
    package var failures = 0
    package var mentions = 0
    /// Bytes of input lines, without their ends.
    package var bytes = 0

    static func += (left: inout Tally, right: Tally) {
      left.lines += right.lines
      left.failures += right.failures
      left.mentions += right.mentions
      left.bytes += right.bytes
    }
  }

  /// One thread's worker.
  private final class Member: Sendable {
    let worker: Mutex<LineWorker>
    init(_ options: Options, stages: LineStages) { worker = Mutex(LineWorker(options, stages: stages)) }
  }

  private let options: Options
  private let members: [Member]

  package init(_ options: Options) {
    self.options = options
    let stages = LineStages(options)
    members = (0..<max(1, options.threads)).map { _ in Member(options, stages: stages) }
  }

  /// Answers every line of `input` on `output`, each batch written as soon as the input would block.
  package func run(input: Int32, output: Int32) throws(StreamFailure) -> Tally {
    var feed = LineFeed(input, maximumLineBytes: options.maximumLineBytes, batchBytes: members.count << 18)
    var tally = Tally()
    while let lines = try feed.nextBatch() {
      for answer in answers(to: lines, in: feed.buffer) {
        try StreamFailure.write(answer.bytes, to: output)
        tally += answer.tally
      }
    }
    if options.writesTrailer { try StreamFailure.write(Self.trailer(tally), to: output) }
    return tally
  }

  private func answers(to lines: [LineFeed.Line], in buffer: [UInt8]) -> [(bytes: [UInt8], tally: Tally)] {
    let parts = parts(of: lines)
    return buffer.withUnsafeBufferPointer { buffer in
      guard parts.count > 1 else {
        return parts.map { part in members[0].worker.withLock { $0.answers(to: lines[part], in: buffer) } }
      }
      // Read only, and the threads are done before it goes out of scope.
      nonisolated(unsafe) let buffer = buffer
      let answers = Mutex([(bytes: [UInt8], tally: Tally)](repeating: ([], Tally()), count: parts.count))
      DispatchQueue.concurrentPerform(iterations: parts.count) { index in
        let answer = members[index].worker.withLock { $0.answers(to: lines[parts[index]], in: buffer) }
        answers.withLock { $0[index] = answer }
      }
      return answers.withLock { $0 }
    }
  }

  /// The lines split among the threads, in order, with about equal bytes.
  private func parts(of lines: [LineFeed.Line]) -> [Range<Int>] {
    let total = lines.reduce(0) { $0 + $1.count }
    var parts: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, line) in lines.enumerated() {
      bytes += line.count
      guard parts.count + 1 < members.count, bytes * members.count >= total * (parts.count + 1) else { continue }
      parts.append(start..<(index + 1))
      start = index + 1
    }
    if start < lines.count { parts.append(start..<lines.count) }
    return parts
  }

  private static func trailer(_ tally: Tally) -> [UInt8] {
    var writer = JSONLineWriter()
    writer.beginObject()
    writer.key("trailer")
    writer.beginObject()
    writer.member("lines", tally.lines)
    writer.member("errors", tally.failures)
    writer.member("mentions", tally.mentions)
    writer.member("bytes", tally.bytes)
    writer.endObject()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}
