// The singular of an English plural, where it follows a rule.

enum Plurals {
  /// The singular of a regular plural in small letters: routes → route, countries → country, boxes → box.
  static func singular(of plural: String) -> String {
    let word = plural.utf8
    if word.count > 4, plural.hasSuffix("ies") { return plural.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "oes"] where plural.hasSuffix(ending) {
      return String(plural.dropLast(2))
    }
    return plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }
}
