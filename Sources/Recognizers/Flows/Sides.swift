// Who pays and who is paid, as indices of a clause's parties, filled in step by step: what is known stays.

struct Sides {
  var payer: Int?
  var payee: Int?

  subscript(side: Side) -> Int? {
    get { side == .payer ? payer : payee }
    set {
      switch side {
      case .payer: if payer == nil, newValue != payee { payer = newValue }
      case .payee: if payee == nil, newValue != payer { payee = newValue }
      }
    }
  }

  mutating func fill(_ side: Side?, _ party: Int?) {
    guard let side, let party else { return }
    self[side] = party
  }
}

extension Side {
  var other: Side { self == .payer ? .payee : .payer }
}
