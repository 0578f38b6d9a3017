// Where a run tells how far it is.

/// How far a run is; counts only grow within a phase.
package struct Progress: Sendable, Hashable {
  package enum Phase: String, Sendable { case finding, reading, reconciling, publishing }

  package var phase: Phase
  /// Documents done and to do; zero to do where that is not known.
  package var done: Int
  package var total: Int
  /// Bytes of the documents done.
  package var bytes: Int
  package var mentions: Int
}

/// Called often, from any thread but never from two at once: must return quickly.
package protocol ProgressSink: Sendable {
  func report(_ progress: Progress)
}

/// Tells nobody.
package struct SilentProgress: ProgressSink {
  package init() {}
  package func report(_ progress: Progress) {}
}
