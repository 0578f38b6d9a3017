// The rules for texts in a configuration: what each kind accepts, and how that is said and written as a pattern.
import Formats
import Model
import Recognizers

extension TextKind {
  /// What a message says is expected.
  var expectation: String {
    switch self {
    case .free: "a text that is not empty"
    case .identifier: "an id of small letters, digits, '-', '_' and '.', beginning with a letter or a digit"
    case .path: "a path"
    case .glob: "a glob such as **/*.txt"
    case .country: "an ISO 3166 alpha-3 code such as KEN"
    case .language: "a language code of two or three small letters such as en"
    case .encoding: "an encoding's name such as windows-1251"
    case .date: "a date such as 2010, 2010-07 or 2010-07-14"
    }
  }

  /// The ECMA 262 pattern that the JSON Schema gives; looser than `accepts` where a pattern cannot say it.
  var pattern: String? {
    switch self {
    case .free, .path, .glob: nil
    case .identifier: "^[a-z0-9][a-z0-9._-]*$"
    case .country: "^[A-Z]{3}$"
    case .language: "^[a-z]{2,3}$"
    case .encoding: "^[A-Za-z0-9][A-Za-z0-9._:+-]*$"
    case .date: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    }
  }

  /// Whether a text may stand here.
  func accepts(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, !bytes.contains(0) else { return false }
    switch self {
    case .free, .path, .glob: return true
    case .identifier: return Self.isWord(first) && bytes.allSatisfy { Self.isWord($0) || "-_.".utf8.contains($0) }
    case .country: return ReferenceTables.countries.code(text) == text
    case .language: return LanguageCodes.isKnown(text)
    case .encoding: return TextDecoder.canonicalName(of: text) != nil
    case .date: return PartialDate(edtf: text) != nil
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
