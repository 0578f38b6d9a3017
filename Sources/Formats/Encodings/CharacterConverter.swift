// One iconv(3) descriptor, converting single characters to Unicode.
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

  /// Nil where glibc has no converter by that name.
  init?(from name: String) {
    descriptor = iconv_open("UTF-8", name)
    guard Int(bitPattern: descriptor) != -1 else { return nil }
  }

  deinit { iconv_close(descriptor) }

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
        return iconv(descriptor, &from, &left, &to, &room) == -1 ? errno : 0
      }
    }
    if failure == EINVAL { return .incomplete }
    // Some converters hold a character back to see whether a combining one follows.
    guard failure == 0, room < output.count else { return .invalid }
    return .text(output[..<(output.count - room)].map { UInt8(bitPattern: $0) })
  }
}
