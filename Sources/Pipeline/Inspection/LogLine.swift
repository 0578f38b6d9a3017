// A log message as one line of JSON.
import Formats

package enum LogLine {
  /// `{"level":"info","message":"…","documents":"12"}` and a newline.
  package static func json(level: String, message: String, pairs: [(key: String, value: String)]) -> String {
    var line: JSONObject = ["level": .string(level), "message": .string(message)]
    for pair in pairs where line[pair.key] == nil { line[pair.key] = .string(pair.value) }
    return String(decoding: JSON.write(.object(line), ascii: true), as: UTF8.self) + "\n"
  }
}
