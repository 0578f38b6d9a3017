// What the sentences before an amount have named: the parties "it", "the country" or "the ministry" point back to.
import CScan
import Model

/// Goes along with the reading of a document, from sentence to sentence.
struct Discourse {
  /// Shared by all that look back to it.
  final class Flow {
    let payer: Mention.Party?
    let payee: Mention.Party?

    init(payer: Mention.Party?, payee: Mention.Party?) {
      self.payer = payer
      self.payee = payee
    }
  }

  /// The parties of the last mention, and where its sentence ended.
  private var last: Flow?
  private var lastEnd = 0

  /// Bytes within which the last mention may tell the parties of the next.
  private static let reach = 500

  mutating func note(payer: Mention.Party?, payee: Mention.Party?, end: Int) {
    if payer != nil || payee != nil { last = Flow(payer: payer, payee: payee) }
    lastEnd = end
  }

  /// What the last mention told, where it stands in the same paragraph as a sentence.
  func flow(before start: Int, in text: UnsafeBufferPointer<UInt8>) -> Flow? {
    guard let last else { return nil }
    if lastEnd > start { return last }
    guard start - lastEnd < Self.reach else { return nil }
    return assay_has_blank_line(text.baseAddress, lastEnd, start) == 0 ? last : nil
  }
}
