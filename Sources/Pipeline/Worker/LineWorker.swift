// Answers one line of the worker's input after the other.
import Formats
import Model
import Normalizers
import Readers
import Recognizers

/// The stages a line's text goes through; made once and shared by the threads.
struct LineStages: Sendable {
  let reader: Reader
  let normalizer: Normalizer
  let recognizer: Recognizer
  /// Nil where answers carry no quantities.
  let quantities: QuantityRecognizer?

  init(_ options: Worker.Options) {
    let rules = RuleChoices()
    reader = Reader(rules: rules)
    normalizer = Normalizer(rules: rules)
    recognizer = Recognizer(rules: rules)
    quantities = options.readsQuantities ? QuantityRecognizer(rules: rules) : nil
  }
}

/// Holds what is reused from line to line; one for each thread.
struct LineWorker {
  let cleans: Bool
  let maximumLineBytes: Int
  private let stages: LineStages
  private var writer = JSONLineWriter()
  private(set) var tally = Worker.Tally()

  init(_ options: Worker.Options, stages: LineStages) {
    cleans = options.cleans
    maximumLineBytes = options.maximumLineBytes
    self.stages = stages
  }

  /// The answers to lines of a buffer, one line each, in order, and what was counted.
  mutating func answers(
    to lines: ArraySlice<LineFeed.Line>, in buffer: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], tally: Worker.Tally) {
    writer.removeAll()
    tally = Worker.Tally()
    for line in lines { answer(line, in: buffer) }
    return (writer.bytes, tally)
  }

  private mutating func answer(_ line: LineFeed.Line, in buffer: UnsafeBufferPointer<UInt8>) {
    tally.lines += 1
    var id: [UInt8] = []
    do throws(WorkerFailure) {
      let request = try request(line, in: buffer, id: &id)
      write(request.id, try document(of: request))
    } catch {
      write(error, id: id)
    }
    writer.endLine()
  }

  private mutating func request(
    _ line: LineFeed.Line, in buffer: UnsafeBufferPointer<UInt8>, id: inout [UInt8]
  ) throws(WorkerFailure) -> WorkerRequest {
    tally.bytes += line.count
    switch line {
    case .tooLong(let head):
      id = head.withUnsafeBufferPointer { WorkerRequest.leadingID(of: $0) }
      throw WorkerFailure.longLine(maximumLineBytes)
    case .whole(let range):
      guard !range.isEmpty else { throw WorkerFailure("empty-line", "line is empty; expected a JSON object") }
      return try WorkerRequest.read(UnsafeBufferPointer(rebasing: buffer[range]), id: &id)
    }
  }

  /// The document of a request, its pieces counted in the given or the decoded text.
  private func document(of request: WorkerRequest) throws(WorkerFailure) -> Document {
    var origin = Document.Origin(sourceID: "worker", path: "")
    origin.language = request.language
    origin.country = request.country
    origin.date = request.date
    switch request.content {
    case .text(let bytes):
      return Document(origin: origin, mediaType: .plain, encoding: "UTF-8", text: Text(verbatim: bytes))
    case .path(let path):
      origin.path = path
      return try decodedFile(origin)
    case nil:
      throw WorkerFailure("missing-text", "line has neither \"text\" nor \"path\"")
    }
  }

  private func decodedFile(_ origin: Document.Origin) throws(WorkerFailure) -> Document {
    do throws(Quarantine) {
      let bytes = try SourceFile.bytes(at: origin.path, maximum: maximumLineBytes)
      var document = try stages.reader.document(bytes, origin: origin)
      document.text = Text(verbatim: document.text.bytes)
      return document
    } catch {
      throw WorkerFailure(error.rule.description, error.message)
    }
  }

  private mutating func write(_ id: [UInt8], _ given: Document) {
    let document = stages.normalizer.normalize(given)
    let mentions = stages.recognizer.mentions(in: document)
    var scalars = ScalarIndex(given.text.bytes)
    writer.beginObject()
    writer.key("id")
    writer.number(id)
    if cleans {
      writer.key("text")
      writer.string(document.text.bytes[...])
    }
    writer.key("mentions")
    writer.beginArray()
    for mention in mentions {
      writer.beginObject()
      place(mention.span, of: document, &scalars)
      writer.reading(of: mention)
      writer.endObject()
    }
    writer.endArray()
    if let quantities = stages.quantities {
      writer.key("quantities")
      writer.beginArray()
      for quantity in quantities.quantities(in: document, beside: mentions) {
        writer.beginObject()
        place(quantity.span, of: document, &scalars)
        writer.reading(of: quantity)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    tally.mentions += mentions.count
  }

  /// Where a span stands in the text given.
  private mutating func place(_ span: Range<Int>, of document: Document, _ scalars: inout ScalarIndex) {
    let sources = document.text.sourceRanges(of: span)
    let start = sources.map(\.lowerBound).min() ?? 0
    let end = sources.map(\.upperBound).max() ?? start
    writer.member("start", scalars.scalars(before: start))
    writer.member("end", scalars.scalars(before: end))
    writer.member("start_byte", start)
    writer.member("end_byte", end)
    guard cleans else { return }
    writer.member("text_start", span.lowerBound)
    writer.member("text_end", span.upperBound)
  }

  private mutating func write(_ failure: WorkerFailure, id: [UInt8]) {
    tally.failures += 1
    writer.beginObject()
    writer.key("id")
    if id.isEmpty { writer.null() } else { writer.number(id) }
    writer.key("error")
    writer.beginObject()
    writer.member("code", failure.code)
    writer.member("message", failure.message)
    writer.endObject()
    writer.endObject()
  }
}
