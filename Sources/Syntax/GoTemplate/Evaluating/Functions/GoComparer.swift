import Source

/// `eq`, `ne`, `lt`, `le`, `gt` and `ge`.
struct GoComparer<Opaque: Hashable & Sendable> {
  private let rules: GoOpaqueRules<Opaque>

  init(_ rules: GoOpaqueRules<Opaque>) { self.rules = rules }

  /// What becomes of two values that are compared.
  private enum Answer {
    case holds(Bool)
    case unknown
    /// Why it fails, for people and in Go's words.
    case failure(String, String)
  }

  private enum Order { case less, equal, greater, unordered, unlike, unknown }

  /// Compares the first argument with the others: `eq` holds where one of them is equal.
  func compare(_ arguments: [GoValue<Opaque>], by name: String) -> GoResult<Opaque> {
    guard arguments.count > 1 else {
      return .failure("there is nothing to compare with", goWords: "missing argument for comparison")
    }
    for other in arguments.dropFirst() {
      switch answer(Self.plain(arguments[0]), Self.plain(other), name) {
      case .holds(true): return .value(.bool(true))
      case .holds(false): continue
      case .unknown: return .unknown("it compares a value that only the run knows")
      case .failure(let words, let goWords): return .failure(words, goWords: goWords)
      }
    }
    return .value(.bool(false))
  }

  /// A number that has a type of its own as the number.
  private static func plain(_ value: GoValue<Opaque>) -> GoValue<Opaque> {
    if case .object(let object) = value, let number = object.number { .integer(number) } else { value }
  }

  /// As Go has them, all of these are made of "less" and "equal".
  private func answer(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>, _ name: String) -> Answer {
    switch name {
    case "eq": equality(a, b)
    case "ne": negated(equality(a, b))
    case "lt": less(a, b)
    case "le": lessOrEqual(a, b)
    case "gt": negated(lessOrEqual(a, b))
    default: negated(less(a, b))
    }
  }

  private func negated(_ answer: Answer) -> Answer {
    if case .holds(let holds) = answer { .holds(!holds) } else { answer }
  }

  private func lessOrEqual(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Answer {
    let less = less(a, b)
    return if case .holds(false) = less { equality(a, b) } else { less }
  }

  private func less(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Answer {
    for value in [a, b] {
      switch value {
      case .bool, .integer, .unsigned, .float, .text: continue
      case .unknown: return .unknown
      case .missing, .none, .list, .map, .object: return Self.withoutOrder(value)
      }
    }
    switch order(a, b) {
    case .unlike: return Self.unlike(a, b)
    case .unordered: if case .bool = a { return Self.withoutOrder(a) } else { return .holds(false) }
    case .unknown: return .unknown
    case let order: return .holds(order == .less)
    }
  }

  private func equality(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Answer {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.none, .none), (.missing, .missing), (.none, .missing), (.missing, .none): return .holds(true)
    case (.none, _), (_, .none), (.missing, _), (_, .missing): return .holds(false)
    // Of pointers each is another.
    case (.object(let a), .object(let b)): return .holds(a.kindName != "ptr" && a.isSame(as: b))
    case (.bool(let a), .bool(let b)): return .holds(a == b)
    case (.list, .list), (.map, .map), (.list, .map), (.map, .list), (.list, .object), (.object, .list),
      (.map, .object), (.object, .map):
      return beyondCompare(a, b)
    default: break
    }
    switch order(a, b) {
    case .unlike: return Self.unlike(a, b)
    case .unknown: return .unknown
    case let order: return .holds(order == .equal)
    }
  }

  /// Lists, maps and what has methods are compared with nothing but nil.
  private func beyondCompare(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Answer {
    guard let one = shown(a, "%s") else { return .unknown }
    let isOfOneKind =
      switch (a, b) {
      case (.list, .list), (.map, .map): true
      default: false
      }
    guard let other = shown(b, isOfOneKind ? "%s" : "%v") else { return .unknown }
    return .failure(
      "\(a.kind) and \(b.kind) cannot be compared",
      isOfOneKind
        ? "non-comparable type \(other): \(b.goType)"
        : "non-comparable types \(one): \(a.goType), \(b.goType): \(other)")
  }

  private func shown(_ value: GoValue<Opaque>, _ verb: String) -> String? {
    guard case .value(.text(let text)) = GoFormat(rules).format([.text(verb), value]) else { return nil }
    return rules.string(text)
  }

  private static func unlike(_ a: GoValue<Opaque>, _ b: GoValue<Opaque>) -> Answer {
    .failure("\(a.kind) and \(b.kind) cannot be compared", "incompatible types for comparison")
  }

  private static func withoutOrder(_ value: GoValue<Opaque>) -> Answer {
    .failure("\(value.kind) has no order", "invalid type for comparison")
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
    case (.bool, .bool): return .unordered
    case (.integer(let a), .integer(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.unsigned(let a), .unsigned(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.integer(let a), .unsigned(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.unsigned(let a), .integer(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.float(let a), .float(let b)):
      return a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
    default: return .unlike
    }
  }
}
