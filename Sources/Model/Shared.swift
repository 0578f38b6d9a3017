// A large value held once, however many values hold it.

/// Never changed after its making, so that sharing it is as copying it.
@usableFromInline
final class Shared<Value: Sendable & Hashable>: Sendable, Hashable {
  @usableFromInline let value: Value

  @usableFromInline
  init(_ value: Value) { self.value = value }

  @usableFromInline
  static func == (left: Shared, right: Shared) -> Bool { left === right || left.value == right.value }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
