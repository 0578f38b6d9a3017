// What the command line says over the configuration.

package struct Overrides: Sendable, Hashable {
  /// Folders or files that take the place of the configured sources; empty leaves those.
  package var sources: [String]
  /// Takes the place of `outputs.folder`.
  package var output: String?
  /// One for each processor when nil.
  package var workers: Int?
  package var isFull: Bool
  /// Absolute folder that paths given on the command line start from.
  package var workingFolder: String

  package init(
    sources: [String] = [], output: String? = nil, workers: Int? = nil, isFull: Bool = false, workingFolder: String
  ) {
    self.sources = sources
    self.output = output
    self.workers = workers
    self.isFull = isFull
    self.workingFolder = workingFolder
  }
}
