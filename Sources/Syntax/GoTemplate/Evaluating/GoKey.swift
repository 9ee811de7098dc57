/// A key of a map. Compared by its bytes: to `String`, keys are the same that Unicode composes differently.
package struct GoKey: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// What a key is; those of one kind stand together where a map is gone through.
  package enum Kind: Int, Sendable { case nothing, text, unsigned, whole, fraction, flag, moment }

  /// The key as Go prints it.
  package let text: String
  package let kind: Kind

  package init(_ text: String, _ kind: Kind = .text) {
    self.text = text
    self.kind = kind
  }

  package init(stringLiteral text: String) { self.init(text) }

  package var utf8: String.UTF8View { text.utf8 }
  package var description: String { text }

  package static func == (a: GoKey, b: GoKey) -> Bool { a.kind == b.kind && a.utf8.elementsEqual(b.utf8) }

  package static func < (a: GoKey, b: GoKey) -> Bool {
    guard a.kind == b.kind else { return a.kind.rawValue < b.kind.rawValue }
    switch a.kind {
    case .whole, .unsigned, .fraction:
      guard let first = Double(a.text), let second = Double(b.text), first != second else { break }
      return first < second
    case .nothing, .flag, .text, .moment: break
    }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in utf8 { hasher.combine(byte) }
  }

  /// The key as a value of its own.
  func value<Opaque>() -> GoValue<Opaque> {
    switch kind {
    case .nothing: .none
    case .flag: .bool(text == "true")
    case .whole: .integer(Int(text) ?? 0)
    case .unsigned: .unsigned(UInt64(text) ?? 0)
    case .fraction: .float(Double(text) ?? .nan)
    case .text, .moment: .text(text)
    }
  }
}

extension Dictionary where Key == GoKey {
  /// The value of the key of a name.
  package subscript(name: String) -> Value? {
    get { self[GoKey(name)] }
    set { self[GoKey(name)] = newValue }
  }

  /// The entries by their names.
  package init(_ names: [String: Value]) {
    self.init(minimumCapacity: names.count)
    for (name, value) in names { self[GoKey(name)] = value }
  }

  /// Whether all keys are texts; else the map is one that Go's functions for maps of names do not take.
  package var hasNamesAlone: Bool { keys.allSatisfy { $0.kind == .text } }
}
