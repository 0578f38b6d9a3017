// A pattern over relative paths: `*` and `?` within a name, `**` across folders.

package struct Glob: Sendable, Hashable {
  private let parts: [[UInt8]]

  package init(_ pattern: String) {
    parts = pattern.utf8.split(separator: 0x2F).map(Array.init).filter { $0 != [0x2E] }
  }

  /// Whether a path relative to the source's folder fits, byte by byte, as a whole.
  package func matches(_ path: some Collection<UInt8>) -> Bool {
    Self.matches(parts[...], Array(path).split(separator: 0x2F)[...])
  }

  private static func matches(_ parts: ArraySlice<[UInt8]>, _ names: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == [0x2A, 0x2A] {
      let rest = parts.dropFirst()
      if rest.isEmpty { return !names.isEmpty }
      return (names.startIndex...names.endIndex).contains { matches(rest, names[$0...]) }
    }
    guard let name = names.first, fits(part[...], name) else { return false }
    return matches(parts.dropFirst(), names.dropFirst())
  }

  /// One name against one part, going back to the last star only: linear but for the number of stars.
  private static func fits(_ part: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var position = part.startIndex
    var index = name.startIndex
    var star: (part: Int, name: Int)?
    while index < name.endIndex {
      if position < part.endIndex, part[position] == 0x2A {
        star = (position + 1, index)
        position += 1
      } else if position < part.endIndex, part[position] == name[index] {
        position += 1
        index += 1
      } else if position < part.endIndex, part[position] == 0x3F {
        position += 1
        index = endOfScalar(in: name, from: index)
      } else if let last = star {
        star = (last.part, last.name + 1)
        position = last.part
        index = last.name + 1
      } else {
        return false
      }
    }
    return part[position...].allSatisfy { $0 == 0x2A }
  }

  private static func endOfScalar(in name: ArraySlice<UInt8>, from index: Int) -> Int {
    var end = index + 1
    while end < name.endIndex, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
