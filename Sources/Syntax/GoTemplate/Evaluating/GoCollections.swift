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
    case .list(let items): return .value(.integer(items.count))
    case .map(let entries): return .value(.integer(entries.count))
    default: return .failure("\(value.kind) has no length", goWords: "len of type \(value.goType)")
    }
  }

  func element(of value: GoValue<Opaque>, at keys: ArraySlice<GoValue<Opaque>>) -> GoResult<Opaque> {
    var value = value
    for key in keys {
      switch (value, key) {
      case (.list(let items), .integer(let place)):
        guard items.indices.contains(place) else { return Self.outOfRange(place) }
        value = items[place]
      case (.map(let entries), .text(let text)):
        guard let name = rules.string(text) else { return .unknown("only the run knows the key") }
        value = entries[name] ?? .missing
      case (.text(let text), .integer(let place)):
        guard let bytes = rules.string(text).map({ Array($0.utf8) }) else {
          return .unknown("only the run knows the text")
        }
        guard bytes.indices.contains(place) else { return Self.outOfRange(place) }
        value = .integer(Int(bytes[place]))
      default:
        return .failure(
          "\(value.kind) has no element at \(key.kind)", goWords: "can't index item of type \(value.goType)")
      }
    }
    return .value(value)
  }

  private static func outOfRange(_ place: Int) -> GoResult<Opaque> {
    .failure("index \(place) is out of range", goWords: "index out of range: \(place)")
  }

  func slice(of value: GoValue<Opaque>, _ bounds: ArraySlice<GoValue<Opaque>>) -> GoResult<Opaque> {
    let numbers = bounds.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    switch value {
    case .list(let items):
      guard let range = Self.range(numbers, count: items.count) else {
        return .failure("the bounds are out of range")
      }
      return .value(.list(Array(items[range])))
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
