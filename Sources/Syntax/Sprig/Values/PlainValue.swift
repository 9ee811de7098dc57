package import GoTemplate
import Source

/// A value of a template in which every text is known: the parts that only a caller understands are texts as well.
package typealias PlainValue = GoValue<String>

extension GoOpaqueRules<String> {
  /// The rules of templates in which every text is known.
  package static var plain: GoOpaqueRules {
    GoOpaqueRules(content: { $0 }, derived: { text, _ in GoText(text) })
  }
}

extension GoText<String> {
  /// The text itself.
  package var string: String {
    parts.map { part in
      switch part {
      case .literal(let text): return text
      case .opaque(let text): return text
      }
    }.joined()
  }
}

extension GoValue<String> {
  /// The text as Sprig's functions take one: of anything else what `%v` prints.
  package var words: String {
    if let string { return string }
    guard case .value(let text) = GoPrinter(.plain).text(of: self) else { return "" }
    return text.string
  }

  /// The text of a text; nil for anything else.
  package var string: String? {
    guard case .text(let text) = self else { return nil }
    return text.string
  }

  /// Whether Sprig takes the value for an empty one.
  var isEmpty: Bool { GoPrinter(.plain).truth(of: self) == false }

  /// The items of a list; nil for anything else.
  var items: [PlainValue]? { if case .list(let items, _) = self { items } else { nil } }

  /// The entries of a map of names whose values may be anything; nil for anything else, maps with other keys too.
  var entries: [GoKey: PlainValue]? {
    if case .map(let entries, .any) = self, entries.hasNamesAlone { entries } else { nil }
  }

  /// Go's `reflect.Kind`.
  var kindName: String {
    switch self {
    case .missing, .none, .unknown: "invalid"
    case .bool: "bool"
    case .integer: "int"
    case .unsigned: "uint64"
    case .float: "float64"
    case .text: "string"
    case .list: "slice"
    case .map: "map"
    case .object(let object): object.kindName
    }
  }

  /// Go's `%T`.
  package var typeName: String {
    switch self {
    case .missing, .none, .unknown: "<nil>"
    default: goType
    }
  }

  /// Whether both are the same, as `reflect.DeepEqual` has it.
  func isSame(as other: PlainValue) -> Bool {
    switch (self, other) {
    case (.list(let a, let one), .list(let b, let other)):
      one == other && a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.map(let a, let one), .map(let b, let other)):
      one == other && a.count == b.count
        && a.allSatisfy { key, value in b[key].map { value.isSame(as: $0) } ?? false }
    case (.text(let a), .text(let b)): a.string.utf8.elementsEqual(b.string.utf8)
    case (.integer(let a), .integer(let b)): a == b
    case (.unsigned(let a), .unsigned(let b)): a == b
    case (.object(let a), .object(let b)): a.isSame(as: b)
    case (.float(let a), .float(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.missing, .missing), (.none, .none), (.missing, .none), (.none, .missing): true
    default: false
    }
  }

  /// Bytes that are the same of values that are the same.
  var identity: [UInt8] {
    switch self {
    case .list(let items, _):
      let parts = items.map(\.identity)
      return Array("\(goType)[\(parts.map { String($0.count) })".utf8) + parts.joined()
    case .map(let entries, _):
      let sorted = entries.sorted { $0.key < $1.key }
      return Array("\(goType){".utf8)
        + PlainValue.list(sorted.flatMap { [PlainValue.text("\($0.key.kind) \($0.key.text)"), $0.value] })
        .identity
    default: return Array("\(kindName) \(words)".utf8)
    }
  }

  static func texts(_ texts: some Sequence<String>) -> PlainValue {
    .list(texts.map { .text($0) }, of: .text)
  }
}
