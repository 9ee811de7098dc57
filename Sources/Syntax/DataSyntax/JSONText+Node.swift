extension JSONText {
  /// The value of a parsed node, to be written again; what is missing is `null`, and a number that JSON has no form for
  /// (YAML's `0x1f`) is the text that it was written as.
  package init(_ node: DataNode) {
    switch node.kind {
    case .missing, .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number:
      let text = node.string ?? "0"
      self = JSONNumber.verdict(on: Array(text.utf8)[...]) == .number ? .number(text) : .string(text)
    case .string: self = .string(node.string ?? "")
    case .sequence: self = .array(node.items.map { JSONText($0) })
    case .mapping:
      self = .object(node.entries.map { Member($0.key.string ?? "", JSONText($0.value)) })
    }
  }
}
