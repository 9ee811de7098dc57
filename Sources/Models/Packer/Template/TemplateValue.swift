import DataSyntax
package import Source

/// A value as a template writes it, with its place: what rules see instead of the syntax tree.
package struct TemplateValue: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case null, bool, number, text, list, map
    /// Left out, or not readable; the parser has told about it.
    case missing
  }

  let node: DataNode

  init(_ node: DataNode) { self.node = node }

  package var kind: Kind {
    switch node.kind {
    case .missing: .missing
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .text
    case .sequence: .list
    case .mapping: .map
    }
  }

  /// The place of the whole value, quotes and brackets included.
  package var location: Location { node.location }
  /// The place of a scalar's content, inside its quotes; of a list or map, the whole.
  package var contentLocation: Location { node.isScalar ? node.contentLocation : node.location }

  /// The content of a text; nil for any other kind.
  package var text: DerivedText? { kind == .text ? node.scalar : nil }
  /// Whether this is a text in which a part stands.
  package func mentions(_ part: String) -> Bool { kind == .text && node.mentions(part) }
  /// A scalar of any kind as it is written (a text decoded); nil for lists and maps.
  package var scalar: DerivedText? { node.scalar }
  /// The value of a bool; nil for any other kind.
  package var bool: Bool? { node.bool }
  /// The elements of a list; empty for any other kind.
  package var items: [TemplateValue] { node.items.map(TemplateValue.init) }
  /// The entries of a map in the order of the document, duplicates included; empty for any other kind.
  package var entries: [TemplateEntry] { node.entries.map { TemplateEntry($0) } }

  /// Whether nothing was given: null or unreadable.
  package var isNothing: Bool { kind == .null || kind == .missing }
}

/// A key of a map with its value.
package struct TemplateEntry: Sendable, Hashable {
  let keyNode: DataNode
  package let value: TemplateValue

  init(_ entry: DataEntry) {
    keyNode = entry.key
    value = TemplateValue(entry.value)
  }

  /// The key with its place, inside its quotes.
  package var name: Located<String> { Located(word, at: keyNode.contentLocation) }
  /// The key as text.
  package var word: String { keyNode.string ?? "" }
  /// The key as text with places: keys of nested maps are rendered too.
  package var key: DerivedText? { keyNode.scalar }
  /// The place of the key, quotes included.
  package var keyLocation: Location { keyNode.location }
  /// The place of key and value together.
  package var location: Location {
    Location(keyLocation.file, keyLocation.range.union(value.location.range))
  }
}

extension TemplateEntry {
  /// Whether the key is a name in any case: most keys need not become a `String` to tell.
  fileprivate func isCalled(_ name: String) -> Bool {
    keyNode.readsInAnyCase(name) || !keyNode.isASCII && word.equalsInAnyCase(name)
  }
}

extension [TemplateEntry] {
  /// The entry that Packer's decoder takes for a name: an exact key (the last one), else one in another case.
  package func named(_ name: String) -> TemplateEntry? {
    last { $0.keyNode.reads(name) } ?? first { $0.isCalled(name) }
  }
}
