extension JSONText {
  /// The value of a parsed node, to be written again; what is missing is `null`.
  package init(_ node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = .number(node.string ?? "0")
    case .string: self = .string(node.string ?? "")
    case .sequence: self = .array(node.items.map { JSONText($0) })
    case .mapping:
      self = .object(node.entries.map { Member($0.key.string ?? "", JSONText($0.value)) })
    }
  }
}
