// The version of the program, as it stands in the dataset.

package enum ProgramVersion {
  package static let current = "0.1.0"
}
