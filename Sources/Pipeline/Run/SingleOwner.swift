// A value that is not Sendable, in the hands of one thread at a time.

/// Lets a lock guard what only one thread at a time may touch.
struct SingleOwner<Value>: @unchecked Sendable {
  // Sound because the box is made by one thread and from then on only reached through the Mutex that owns it.
  var value: Value

  init(_ value: Value) { self.value = value }
}
