import Source

/// `len`, `index` and `slice`.
struct GoCollections<Opaque: Hashable & Sendable> {
  private let rules: GoOpaqueRules<Opaque>

  init(_ rules: GoOpaqueRules<Opaque>) { self.rules = rules }

  func length(of value: GoValue<Opaque>) -> GoResult<Opaque> {
    switch value {
    case .text(let text):
      return rules.string(text).map { .value(.integer($0.utf8.count)) }
        ?? .unknown("only the run knows the text")
    case .list(let items, _): return .value(.integer(items.count))
    case .map(let entries, _): return .value(.integer(entries.count))
    case .missing, .none: return .failure("nil has no length", goWords: "len of nil pointer")
    default: return .failure("\(value.kind) has no length", goWords: "len of type \(value.goType)")
    }
  }

  func element(of value: GoValue<Opaque>, at keys: ArraySlice<GoValue<Opaque>>) -> GoResult<Opaque> {
    var value = value
    switch value {
    case .missing, .none: return .failure("nil has no elements", goWords: "index of untyped nil")
    default: break
    }
    for key in keys {
      let found: GoResult<Opaque>
      switch value {
      case .list(let items, _):
        found = place(key, of: "slice", among: items.count).map { .value(items[$0]) }
      case .map(let entries, let element): found = entry(of: entries, element, at: key)
      case .text(let text):
        guard let bytes = rules.string(text).map({ Array($0.utf8) }) else {
          return .unknown("only the run knows the text")
        }
        found = place(key, of: "string", among: bytes.count).map { .value(.integer(Int(bytes[$0]))) }
      case .missing, .none: return .failure("nil has no elements", goWords: "index of nil pointer")
      default:
        return .failure(
          "\(value.kind) has no elements", goWords: "can't index item of type \(value.goType)")
      }
      guard case .value(let element) = found else { return found }
      value = element
    }
    return .value(value)
  }

  /// The place of a list that a value names.
  private func place(_ key: GoValue<Opaque>, of kind: String, among count: Int) -> GoPlace<Opaque> {
    let place: Int
    switch key {
    case _ where key.counted != nil: place = key.counted ?? 0
    case .unsigned(let number): place = Int(truncatingIfNeeded: number)
    case .missing, .none:
      return .none(.failure("nil is no place of a list", goWords: "cannot index slice/array with nil"))
    default:
      return .none(
        .failure(
          "\(key.kind) is no place of a list", goWords: "cannot index slice/array with type \(key.goType)"))
    }
    if (0..<count).contains(place) { return .at(place) }
    // Go looks whether the place is beyond the end, and then takes it.
    return .none(
      .failure(
        "index \(place) is out of range",
        goWords: place == count ? "reflect: \(kind) index out of range" : "index out of range: \(place)"))
  }

  /// What a map holds for a key, which must be of the type of its keys.
  private func entry(
    of entries: [GoKey: GoValue<Opaque>], _ element: GoElement, at key: GoValue<Opaque>
  ) -> GoResult<Opaque> {
    let found: GoKey
    switch key {
    case .text(let text):
      guard let name = rules.string(text) else { return .unknown("only the run knows the key") }
      found = GoKey(name)
    case .missing where entries.hasNamesAlone, .none where entries.hasNamesAlone:
      return .failure("nil is no key of this map", goWords: "value is nil; should be of type string")
    case _ where entries.hasNamesAlone:
      return .failure(
        "\(key.kind) is no key of this map", goWords: "value has type \(key.goType); should be string")
    case .missing, .none: found = GoKey("<nil>", .nothing)
    case .bool(let flag): found = GoKey(String(flag), .flag)
    case .integer(let number): found = GoKey(String(number), .whole)
    case .unsigned(let number): found = GoKey(String(number), .unsigned)
    case .float(let number): found = GoKey(GoNumberText.general(number), .fraction)
    case .list, .map, .object, .unknown: return .value(element.zero())
    }
    return .value(entries[found] ?? element.zero())
  }

  func slice(of value: GoValue<Opaque>, _ bounds: ArraySlice<GoValue<Opaque>>) -> GoResult<Opaque> {
    let numbers = bounds.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    switch value {
    case .list(let items, let element):
      guard let range = Self.range(numbers, count: items.count) else {
        return .failure("the bounds are out of range")
      }
      return .value(.list(Array(items[range]), of: element))
    case .text where bounds.count > 2: return .failure("a text is cut at two places at most")
    case .text(let text):
      let cut = rules.compute([text]) { strings in
        let bytes = Array(strings[0].utf8)
        return Self.range(numbers, count: bytes.count).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
      return cut.map { .value($0) } ?? .failure("the bounds are out of range")
    default: return .failure("\(value.kind) cannot be cut")
    }
  }

  private static func range(_ bounds: [Int], count: Int) -> Range<Int>? {
    let lower = bounds.first ?? 0
    let upper = bounds.count > 1 ? bounds[1] : count
    return 0 <= lower && lower <= upper && upper <= count ? lower..<upper : nil
  }
}

/// A place of a list, or why there is none.
private enum GoPlace<Opaque: Hashable & Sendable> {
  case at(Int)
  case none(GoResult<Opaque>)

  func map(_ element: (Int) -> GoResult<Opaque>) -> GoResult<Opaque> {
    switch self {
    case .at(let place): element(place)
    case .none(let result): result
    }
  }
}
