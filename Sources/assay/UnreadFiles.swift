// Files that a subcommand could not read: told at once, counted for the exit code.
import Pipeline

struct UnreadFiles {
  private var missing = 0
  private var refused = 0

  /// What `read` makes of a file; nil, after saying why, where it cannot be read.
  mutating func reading<Result>(_ file: String, _ read: (String) throws(UnreadFile) -> Result) -> Result? {
    do throws(UnreadFile) {
      return try read(file)
    } catch {
      if error.isInputOutput { missing += 1 } else { refused += 1 }
      StandardError.write("assay: \(error)\n")
      return nil
    }
  }

  /// Throws the exit status: 74 where a file could not be opened, 3 where one is no text.
  func finish() throws(Failure) {
    if missing > 0 { throw Failure(.inputOutput) }
    if refused > 0 { throw Failure(.publishedWithQuarantine) }
  }
}
