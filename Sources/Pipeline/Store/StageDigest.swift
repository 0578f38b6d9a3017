// What the per-document stages depend on beside a file's bytes and path, as one hash: the other half of the store's key.
import Model

enum StageDigest {
  /// The digest for a source's documents. `program` names the build: another build may read differently.
  static func digest(plan: Plan, source: Plan.Source, program: String) -> ContentHash {
    var writer = RecordWriter()
    writer.write(UInt64(DocumentRecord.version))
    writer.write(program)
    writer.write(plan.maximumFileBytes)
    writer.write(plan.readsQuantities)
    writer.write(list: plan.rules.disabled.sorted()) { $0.write($1) }
    writer.write(list: plan.rules.values.sorted { $0.key < $1.key }) { writer, choice in
      writer.write(choice.key)
      writer.write(list: choice.value.sorted { $0.key < $1.key }) { writer, setting in
        writer.write(setting.key)
        writer.write(setting.value)
      }
    }
    for text in [source.id, source.publisher, source.country, source.language, source.encoding] {
      writer.write(text) { $0.write($1) }
    }
    writer.write(source.date) { $0.write($1) }
    return ContentHash(of: writer.bytes)
  }

  /// Size and time of the running binary: a rebuilt program trusts nothing an older one left.
  static var program: String {
    let binary = FileSystem.status(of: "/proc/self/exe")
    return "\(ProgramVersion.current) \(binary?.size ?? 0) \(binary?.modified ?? 0)"
  }
}

extension RecordWriter {
  fileprivate mutating func write(_ value: Setting.Value) {
    switch value {
    case .integer(let number):
      write("integer")
      write(number)
    case .decimal(let number):
      write("decimal")
      write(number)
    case .text(let text):
      write("text")
      write(text)
    case .words(let words):
      write("words")
      write(list: words) { $0.write($1) }
    }
  }
}
