// The budget of CPU time for a megabyte of clean news, line by line.

enum Budget {
  struct Line {
    var name: String
    /// Milliseconds of CPU for a megabyte.
    var milliseconds: Double
    /// The stages of run.json that it is for.
    var stages: [String]
  }

  static let lines = [
    Line(name: "read and hash", milliseconds: 1.0, stages: ["read_and_hash"]),
    Line(name: "decode and validate", milliseconds: 0.5, stages: ["decode"]),
    // Writing the texts too, as CSV and XML are with writing theirs.
    Line(name: "normalize and regions", milliseconds: 1.5, stages: ["normalize", "texts"]),
    Line(name: "recognize", milliseconds: 2.0, stages: ["recognize"]),
    Line(name: "document checks", milliseconds: 0.3, stages: ["document_checks"]),
    Line(name: "CSV", milliseconds: 0.6, stages: ["csv"]),
    Line(name: "XML", milliseconds: 1.5, stages: ["xml"]),
    Line(name: "the rest", milliseconds: 0.6, stages: ["reconcile", "rest"]),
  ]

  static var total: Double { lines.reduce(0) { $0 + $1.milliseconds } }
}
