import Source

/// `eq`, `ne`, `lt`, `le`, `gt` and `ge`.
struct GoComparer<Opaque: Hashable & Sendable> {
  private let rules: GoOpaqueRules<Opaque>

  init(_ rules: GoOpaqueRules<Opaque>) { self.rules = rules }

  private enum Order { case less, equal, greater, unequal, incomparable, unknown }

  /// Compares the first argument with the others: `eq` holds where one of them is equal.
  func compare(_ arguments: [GoValue<Opaque>], by name: String) -> GoResult<Opaque> {
    guard arguments.count > 1 else { return .failure("there is nothing to compare with") }
    var holds = false
    for other in arguments.dropFirst() {
      switch order(arguments[0], other) {
      case .unknown: return .unknown("it compares a value that only the run knows")
      case .incomparable:
        return .failure(
          "\(arguments[0].kind) and \(other.kind) cannot be compared",
          goWords: "incompatible types for comparison")
      case .unequal where name != "eq" && name != "ne": return .failure("\(other.kind) has no order")
      case let order: holds = holds || Self.holds(order, for: name)
      }
    }
    return .value(.bool(holds))
  }

  private static func holds(_ order: Order, for name: String) -> Bool {
    switch name {
    case "eq": order == .equal
    case "ne": order != .equal
    case "lt": order == .less
    case "le": order == .less || order == .equal
    case "gt": order == .greater
    default: order == .greater || order == .equal
    }
  }

  private func order(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Order {
    switch (a, b) {
    case (.text(let a), .text(let b)):
      guard let first = rules.string(a), let second = rules.string(b) else {
        return a == b ? .equal : .unknown
      }
      // By bytes: to Swift, texts that mean the same are equal.
      if first.utf8.elementsEqual(second.utf8) { return .equal }
      return first.utf8.lexicographicallyPrecedes(second.utf8) ? .less : .greater
    case (.integer(let a), .integer(let b)): return a == b ? .equal : a < b ? .less : .greater
    case (.float(let a), .float(let b)): return a == b ? .equal : a < b ? .less : .greater
    case (.bool(let a), .bool(let b)): return a == b ? .equal : .unequal
    case (.none, .none), (.missing, .missing), (.none, .missing), (.missing, .none): return .equal
    case (.none, _), (_, .none), (.missing, _), (_, .missing): return .unequal
    default: return .incomparable
    }
  }
}
