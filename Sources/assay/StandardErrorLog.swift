// Log messages on standard error: a line for a person, or a JSON object for a machine.
import Logging
import Pipeline

struct StandardErrorLog: LogHandler {
  enum Style: Sendable { case plain, json }

  let style: Style
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  init(style: Style, logLevel: Logger.Level) {
    self.style = style
    self.logLevel = logLevel
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let pairs = all.sorted { $0.key < $1.key }.map { (key: $0.key, value: "\($0.value)") }
    switch style {
    case .plain:
      let told = pairs.map { " \($0.key)=\($0.value)" }.joined()
      let level = event.level >= .warning ? "\(event.level.rawValue): " : ""
      StandardError.write("assay: \(level)\(event.message)\(told)\n")
    case .json:
      StandardError.write(LogLine.json(level: event.level.rawValue, message: "\(event.message)", pairs: pairs))
    }
  }
}
