// All cleaning rules: a new rule is one new file and one line here.

import Model

package enum NormalizerCatalogue {
  /// The rules in the order of their phases; their order within a phase has no effect.
  package static let ruleTypes: [any NormalizationRule.Type] = [
    Mojibake.self,

    CarriageReturns.self,
    ControlCharacters.self,
    FormFeeds.self,
    InnerByteOrderMarks.self,
    InvisibleCharacters.self,
    MixedAlphabets.self,
    OddSpaces.self,
    WindowsControls.self,

    BlankLineRuns.self,
    TrailingSpaces.self,

    FootnoteBlocks.self,

    HyphenatedLineEnds.self,
    PageBreaks.self,
    WrappedLines.self,

    AngleBracketedLinks.self,
    BackslashEscapes.self,
    BracketedFootnoteMarkers.self,
    EmptyCitations.self,
    HeadingMarks.self,
    EmphasisMarks.self,
    MarkdownLinks.self,
    SetextHeadings.self,
    SuperscriptFootnoteMarkers.self,
  ]

  package static let rules: [RuleDescription] = ruleTypes.map { $0.rule }
}
