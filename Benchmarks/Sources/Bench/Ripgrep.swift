// The fastest thing that looks for money in files, to stand beside.

enum Ripgrep {
  /// Amounts with a sign, a code or a word; what a person would type, not what Assay finds.
  static let money =
    #"(?:[$€£]\s?\d[\d,.]*(?:\s?(?:thousand|million|billion|trillion|bn|m))?)|"#
    + #"(?:\d[\d,.]*\s?(?:thousand |million |billion |trillion )?(?:dollars|euros|pounds|rubles|roubles|cents|USD|EUR|GBP|RUB))"#

  /// `-c` counts lines; `-ob` prints each match with its place. One thread, as Assay's one worker.
  static func measure(_ mode: String, in corpus: Corpus) throws -> Measurement {
    try Program(path: "rg", arguments: ["-j1", "--no-config", mode, "-e", money, corpus.folder.path]).measure()
  }
}
