// Files whose encoding nothing declares and little shows.
import Formats
import Model

enum GuessedEncoding {
  static let rule = RuleDescription(
    id: "guessed-encoding", stage: .read,
    summary: "An encoding that was guessed from few bytes, or nearly as well could be another, is told")

  /// Fewer letters, quotation marks and dashes beyond ASCII could be chance.
  private static let fewest = 8

  /// Nil where the encoding is declared, marked or plain from the bytes.
  static func finding(_ decoded: DecodedText) -> Finding? {
    guard let guess = decoded.guess, decoded.encoding != "utf-8" else { return nil }
    let reason: String
    if let rival = guess.rival {
      reason = "could nearly as well be \(rival)"
    } else if guess.tellingBytes < fewest {
      reason =
        "rests on \(guess.tellingBytes) \(guess.tellingBytes == 1 ? "byte" : "bytes"), expected \(fewest) or more"
    } else {
      return nil
    }
    return Finding(
      rule: rule.id, severity: .warning,
      message: "the encoding \(decoded.encoding) is a guess that \(reason); declare the source's encoding",
      value: decoded.encoding, expected: "a declared encoding")
  }
}
