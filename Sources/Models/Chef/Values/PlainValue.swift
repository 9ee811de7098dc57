package import DataSyntax
package import Source

/// A value as JSON has them, each part with the place that set it: attributes, metadata, items of data bags.
package struct PlainValue: Sendable, Hashable {
  package indirect enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case array([PlainValue])
    /// In the order in which it is written; of a key twice, the last counts.
    case hash([Entry])
    /// It cannot be told before the run.
    case unknown(UnknownReason)
  }

  package struct Entry: Sendable, Hashable {
    package let key: Located<String>
    package let value: PlainValue

    package init(_ key: Located<String>, _ value: PlainValue) {
      self.key = key
      self.value = value
    }
  }

  package let content: Content
  /// Of a string, the place inside its quotes.
  package let location: Location

  package init(_ content: Content, at location: Location) {
    self.content = content
    self.location = location
  }

  /// The value of a node of JSON or YAML.
  package init(_ node: DataNode) {
    self.init(Self.content(of: node), at: node.isScalar ? node.contentLocation : node.location)
  }

  package subscript(key: String) -> PlainValue? { entry(key)?.value }

  /// The entry of a key: the last where it is written twice.
  package func entry(_ key: String) -> Entry? { entries.last { $0.key.value == key } }

  package var entries: [Entry] { if case .hash(let entries) = content { entries } else { [] } }

  package var items: [PlainValue] { if case .array(let items) = content { items } else { [] } }

  package var string: String? { if case .string(let text) = content { text } else { nil } }

  package var locatedString: Located<String>? { string.map { Located($0, at: location) } }

  package var unknown: UnknownReason? { if case .unknown(let reason) = content { reason } else { nil } }

  private static func content(of node: DataNode) -> Content {
    switch node.kind {
    case .missing: .unknown(UnknownReason("it cannot be read", at: node.location))
    case .null: .null
    case .bool: .bool(node.bool ?? false)
    case .number: number(node)
    case .string: .string(node.string ?? "")
    case .sequence: .array(node.items.map { PlainValue($0) })
    case .mapping:
      .hash(
        node.entries.map {
          Entry(Located($0.key.string ?? "", at: $0.key.contentLocation), PlainValue($0.value))
        })
    }
  }

  private static func number(_ node: DataNode) -> Content {
    if let integer = node.integer { return .integer(integer) }
    return .float(node.string.flatMap { Double($0) } ?? 0)
  }
}
