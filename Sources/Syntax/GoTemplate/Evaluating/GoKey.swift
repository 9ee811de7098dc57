/// A key of a map. Compared by its bytes: to `String`, keys are the same that Unicode composes differently.
package struct GoKey: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  package var utf8: String.UTF8View { text.utf8 }
  package var description: String { text }

  package static func == (a: GoKey, b: GoKey) -> Bool { a.utf8.elementsEqual(b.utf8) }
  package static func < (a: GoKey, b: GoKey) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  package func hash(into hasher: inout Hasher) {
    for byte in utf8 { hasher.combine(byte) }
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
}
