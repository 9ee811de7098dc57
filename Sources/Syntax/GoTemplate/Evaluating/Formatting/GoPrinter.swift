package import Source

/// How values look when they are printed, and whether they count as true.
package struct GoPrinter<Opaque: Hashable & Sendable> {
  private let rules: GoOpaqueRules<Opaque>

  package init(_ rules: GoOpaqueRules<Opaque>) { self.rules = rules }

  /// What an action prints for a value.
  func content(of value: GoValue<Opaque>) -> GoRendering<Opaque>.Part.Content {
    switch value {
    case .missing, .none: return .text(GoText("<no value>"))
    default: break
    }
    switch text(of: value) {
    case .value(let text): return .text(text)
    case .unknown(let reason): return .unknown(reason)
    case .absent: return .text(GoText(""))
    }
  }

  /// A value in Go's `%v`.
  package func text(of value: GoValue<Opaque>) -> Known<GoText<Opaque>> {
    switch value {
    case .missing, .none: return .value(GoText("<nil>"))
    case .bool(let flag): return .value(GoText(flag ? "true" : "false"))
    case .integer(let number): return .value(GoText(String(number)))
    case .unsigned(let number): return .value(GoText(String(number)))
    case .float(let number): return .value(GoText(GoNumberText.general(number)))
    case .text(let text): return .value(text)
    case .unknown(let reason): return .unknown(reason)
    case .list(let items, _): return joined(items.map { (nil, $0) }, open: "[", close: "]")
    case .map(let entries, _):
      let sorted = entries.sorted { $0.key < $1.key }
      return joined(sorted.map { ($0.key.text, $0.value) }, open: "map[", close: "]")
    case .object(let object): return .value(GoText(object.printed))
    }
  }

  private func joined(_ items: [(String?, GoValue<Opaque>)], open: String, close: String) -> Known<
    GoText<Opaque>
  > {
    var text = GoText<Opaque>(open)
    for (index, (key, item)) in items.enumerated() {
      guard case .value(let part) = self.text(of: item) else {
        return .unknown(UnknownReason("a part of it depends on the run"))
      }
      text += GoText((index == 0 ? "" : " ") + (key.map { "\($0):" } ?? ""))
      text += part
    }
    return .value(text + GoText(close))
  }

  /// Whether a value counts as true; nil where it cannot be told.
  package func truth(of value: GoValue<Opaque>) -> Bool? {
    switch value {
    case .missing, .none: return false
    case .bool(let flag): return flag
    case .integer(let number): return number != 0
    case .unsigned(let number): return number != 0
    case .object(let object): return object.number != 0
    case .float(let number): return number != 0
    case .list(let items, _): return !items.isEmpty
    case .map(let entries, _): return !entries.isEmpty
    case .unknown: return nil
    case .text(let text):
      if text.parts.contains(where: { if case .literal = $0 { true } else { false } }) { return true }
      return rules.string(text).map { !$0.isEmpty }
    }
  }
}
