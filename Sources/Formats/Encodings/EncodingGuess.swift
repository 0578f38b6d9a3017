// An encoding found by looking at the bytes, with what the guess rests on.

package struct EncodingGuess: Sendable, Hashable {
  let encoding: TextEncoding
  /// Bytes of the sample that speak for the encoding: parts of letters, or quotation marks and dashes.
  package let tellingBytes: Int
  /// Name of an encoding that is nearly as plausible and reads some of the bytes otherwise.
  package let rival: String?

  init(encoding: TextEncoding, tellingBytes: Int, rival: String? = nil) {
    self.encoding = encoding
    self.tellingBytes = tellingBytes
    self.rival = rival
  }
}
