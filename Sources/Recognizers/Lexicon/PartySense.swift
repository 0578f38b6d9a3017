// What a name, a demonym or a ministry stands for.
import Model

struct PartySense: Sendable {
  enum Form: Sendable {
    /// Tajikistan, the Kremlin, Central Asia, Putin.
    case state
    /// Dushanbe: the state, or only a place.
    case capital
    /// Tajik, the Dutch.
    case demonym
    /// World Bank, Oxfam.
    case institution
    /// Gazprom, Real Madrid.
    case company
    /// Interior Ministry, Pentagon: part of a state, its own or that of the word before it.
    case body
  }

  var form: Form
  /// Index into the lexicon's parties; -1 for a body of whichever state.
  var party: Int16
  /// Index into the lexicon's names; -1 for none.
  var agency: Int16 = -1
  /// Written in capitals only: WHO, US.
  var isAcronym = false
  /// Begins with a capital.
  var isCapitalized = true
}
