// One iconv(3) descriptor, converting single characters to Unicode or back.
import Glibc

/// Not thread-safe. A final class because the descriptor must be closed once.
final class CharacterConverter {
  enum Outcome {
    /// UTF-8 of the character, or characters, that the bytes stand for.
    case text([UInt8])
    /// The bytes begin a character that needs more.
    case incomplete
    case invalid
  }

  private let descriptor: iconv_t

  /// From an encoding to UTF-8; nil where glibc has no converter by that name.
  convenience init?(from name: String) { self.init(from: name, to: "UTF-8") }

  /// From UTF-8 to an encoding; nil where glibc has no converter by that name.
  convenience init?(to name: String) { self.init(from: "UTF-8", to: name) }

  private init?(from source: String, to target: String) {
    descriptor = iconv_open(target, source)
    guard Int(bitPattern: descriptor) != -1 else { return nil }
  }

  deinit { iconv_close(descriptor) }

  /// The bytes of a character in the encoding; nil where it has none.
  func bytes(of scalar: UInt32) -> [UInt8]? {
    var utf8: [UInt8] = []
    utf8.appendUTF8(scalar)
    guard case .text(let bytes) = convert(utf8[...]) else { return nil }
    return bytes
  }

  /// Converts bytes that are meant to be one character.
  func convert(_ bytes: ArraySlice<UInt8>) -> Outcome {
    iconv(descriptor, nil, nil, nil, nil)
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 32)
    var left = input.count
    var room = output.count
    let failure = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        if iconv(descriptor, &from, &left, &to, &room) == -1 { return errno }
        // Some converters hold a character back to see whether a combining one follows.
        return iconv(descriptor, nil, nil, &to, &room) == -1 ? errno : 0
      }
    }
    if failure == EINVAL { return .incomplete }
    guard failure == 0, room < output.count else { return .invalid }
    return .text(output[..<(output.count - room)].map { UInt8(bitPattern: $0) })
  }
}
