// The codes languages are named by.

enum LanguageCodes {
  /// The language of a tag of BCP 47 (`en`, `pt-BR`, `zh_Hans`) in small letters: a code of ISO 639-1, or one of three
  /// letters, of which ISO 639-3 has too many to list; nil for any other text.
  static func code(_ tag: String) -> String? {
    let language = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return isKnown(language) ? language : nil
  }

  /// Whether a text is such a code by itself.
  static func isKnown(_ code: String) -> Bool {
    guard code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
    return code.utf8.count == 3 || twoLetters.contains(code)
  }

  /// ISO 639-1, with `sh`, which is still in use.
  private static let twoLetters = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de \
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id \
    ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu \
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu \
    rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to \
    tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))
}
