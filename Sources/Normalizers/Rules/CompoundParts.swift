// What English compounds with a hyphen begin and end with: the words that tell such a hyphen from one of a line's end.

/// After H. W. Fowler's and the Chicago Manual's lists of hyphenated compounds, narrowed to what seldom begins or ends a
/// word that is cut in two.
enum CompoundParts {
  /// Words that compounds begin with, each with the beginnings of what closes up with it instead: "high-way" is a
  /// highway. All in lower case.
  static let heads = table(
    """
    well: ness fare come ington
    self: ish less same ie
    long: ing ings ed er est itude hand horn shore
    short: age en er est fall hand list com cut stop ly bread wave
    high: er est ly light way land ness school chair brow
    low: er est ly land down
    full: y ness back er
    large: ly r st
    small: er est pox ish
    big: ger gest otry
    old: er est
    hard: en er est ly ship ware wood cover ware back
    soft: en er est ly ware ball
    fast: en er est ball
    slow: ed er est ly ing down
    deep: en er est ly
    wide: ly n ned ning r st spread
    broad: cast en er est ly way band side sheet
    best: ow ial sell
    left: ist over ward
    right: eous ly ful ist
    far: m ther thest away
    near: by ly er est ing ness
    open: ing ed er ly ness
    single: ton
    double: s
    cross: ed es ing over road word fire wind bow
    half: way
    all: a e i o u y
    mid: d st night day way summer winter field w
    post: al ed er ing pon age ur card man men mark script hum
    then: ce
    year: ly ling s n
    ever: y green last more
    anti: c gen do q bod
    quasi:
    semi: col nar con final
    multi: pl tude
    non: e sen
    free: ly dom lance way zing ze
    hot: el ter test ly bed
    top: ic ping ple
    blue: s print
    clean: s ed er ing ly
    cost: ly ing ume
    one: self
    two: fold some pence
    three: fold some pence score
    four: teen th fold some score
    five: fold r rs
    six: teen ty th fold pence
    seven: teen ty th
    eight: een y h ies
    nine: teen ty
    twenty: fold
    thirty:
    forty:
    fifty:
    sixty:
    seventy:
    eighty:
    ninety:
    hundred: s th fold
    first: ly born hand
    second: s ly ary hand ed
    third: s ly
    anglo:
    sino: log
    russo:
    euro: pe zone
    afro:
    franco: phon
    indo: nes
    austro: nau
    vice: roy
    кое:
    юго:
    северо:
    """)

  /// Words that compounds end with. All in lower case.
  static let tails = words(
    """
    based backed breaking built called centric class conscious controlled cutting dependent dominated driven earning educated
    effective effectively effectiveness elect emitting equipped exempt experienced fed fledged focused focussed friendly
    friendliness funded general growing handed hearted heavy hungry income inspired intensive intentioned keeping known
    lasting led level linked long looking loving made making minded moving neutral occupied only oriented owned paid paying
    payer per positioned powered priced producing profile proof quality range ranging ranked reaching ready related
    resistant respected rich run running saving scale sensitive serving shaped sharing sized speaking specific speed
    sponsored standing style supported term ticket torn trained turned type weary willed winning worthy
    нибудь либо таки
    """)

  /// What closes up with any word behind it, tail or not: "re-built" is rebuilt.
  static let prefixes = words(
    """
    re un pre over under out mis dis in im ir il be up down sub inter counter hyper trans fore through with notwith be for
    some any every no where there here who what when on after by de en em con per al ap as at com ex ob op pro se sur
    head house book peace ground wood ship film fund policy
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  }

  private static func table(_ text: String) -> [[UInt8]: [[UInt8]]] {
    var table: [[UInt8]: [[UInt8]]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      table[Array(parts[0].utf8)] = parts[1].split(separator: " ").map { Array($0.utf8) }
    }
    return table
  }
}
