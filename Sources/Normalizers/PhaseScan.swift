// One phase: a single scan for the triggers of its rules, then one pass that applies what they ask for.

import CScan
import Model

/// The enabled rules of one phase for one kind of document, with the set of their triggers.
struct PhaseScan: Sendable {
  private let rules: [any NormalizationRule]
  private let triggers: TriggerSet
  /// For each byte, a bit for each rule that waits for it.
  private let waiting: [UInt32]
  private let seeingEnd: UInt32

  /// Nil where no rule is left.
  init?(_ types: [any NormalizationRule.Type]) {
    guard !types.isEmpty, types.count <= 32 else { return nil }
    var waiting = [UInt32](repeating: 0, count: 256)
    var seeingEnd: UInt32 = 0
    for (index, type) in types.enumerated() {
      for byte in type.triggers { waiting[Int(byte)] |= 1 << UInt32(index) }
      if type.seesEnd { seeingEnd |= 1 << UInt32(index) }
    }
    let bytes = types.flatMap { $0.triggers }
    rules = types.map { $0.init() }
    triggers = trigger_set_make(bytes, bytes.count)
    self.waiting = waiting
    self.seeingEnd = seeingEnd
  }

  /// What the rules ask for.
  func collect(_ text: Text, isMarkdown: Bool) -> EditCollector {
    text.bytes.withUnsafeBufferPointer { bytes in
      var edits = EditCollector()
      guard let base = bytes.baseAddress, bytes.count <= Int32.max else { return edits }
      let window = Window(bytes: bytes, isMarkdown: isMarkdown)
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { hits in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 32) { resume in
          resume.initialize(repeating: 0)
          var position = 0
          var found = 0
          while position < bytes.count {
            position = withUnsafePointer(to: triggers) {
              trigger_scan(base, position, bytes.count, $0, hits.baseAddress, hits.count, &found)
            }
            for hit in hits[..<found] {
              call(waiting[Int(bytes[Int(hit)])], at: Int(hit), in: window, resume, &edits)
            }
          }
          call(seeingEnd, at: bytes.count, in: window, resume, &edits)
        }
      }
      return edits
    }
  }

  private func call(
    _ interested: UInt32, at position: Int, in window: Window, _ resume: UnsafeMutableBufferPointer<Int>,
    _ edits: inout EditCollector
  ) {
    var left = interested
    while left != 0 {
      let index = left.trailingZeroBitCount
      left &= left - 1
      guard position >= resume[index] else { continue }
      resume[index] = rules[index].act(at: position, in: window, into: &edits)
    }
  }
}
