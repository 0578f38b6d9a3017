// Ranges of tokens whose ends may have changed places.

extension Range<Int> {
  /// From one place to before another; empty where the other does not lie behind it.
  static func span(_ start: Int, _ end: Int) -> Range<Int> { start..<(end < start ? start : end) }
}
