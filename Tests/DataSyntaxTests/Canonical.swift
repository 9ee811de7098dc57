import DataSyntax

extension DataNode {
  /// The tree below the node on one line, for comparing documents.
  var canonical: String {
    switch kind {
    case .missing: "<missing>"
    case .null: "null"
    case .bool, .number: string ?? ""
    case .string: "\"" + (string ?? "").debugDescription.dropFirst().dropLast() + "\""
    case .sequence: "[" + items.map(\.canonical).joined(separator: ", ") + "]"
    case .mapping:
      "{" + entries.map { "\($0.key.canonical): \($0.value.canonical)" }.joined(separator: ", ") + "}"
    }
  }
}
