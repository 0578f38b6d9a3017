// Elements that never change and are read without counting references.

/// Made once and never given back, as the lexicon that holds it lives as long as the program.
struct FixedTable<Element: Sendable>: RandomAccessCollection, @unchecked Sendable {
  // Unchecked: the memory is written before the table exists, and never after.
  private let base: UnsafePointer<Element>
  let count: Int

  init(_ elements: some Collection<Element>) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: Swift.max(elements.count, 1))
    _ = memory.initialize(from: elements)
    // `allocate` gives memory for one element or more.
    base = UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
    count = elements.count
  }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Element {
    // Indices come from the tables themselves; tests run with this on.
    assert(UInt(bitPattern: index) < UInt(bitPattern: count))
    return base[index]
  }
}
