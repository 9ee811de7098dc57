import DataSyntax

/// Holds a JSON document to a JSON Schema, as far as the schemas of `docs/schemas` use the language.
///
/// Stricter than the language in one point: a key that the schema does not name is a fault, so that nothing is
/// written that the schema does not document.
struct SchemaCheck {
  private let schema: DataNode
  private(set) var faults: [String] = []

  init(_ schema: DataNode) { self.schema = schema }

  /// The faults of a document, each with its pointer.
  static func faults(of document: DataNode, by schema: DataNode) -> [String] {
    var check = SchemaCheck(schema)
    check.check(document, schema, at: "")
    return check.faults
  }

  private mutating func check(_ node: DataNode, _ rule: DataNode, at pointer: String) {
    if let reference = rule["$ref"]?.string {
      guard let target = schema.tree.node(at: String(reference.dropFirst())) else {
        faults.append("\(pointer): the schema has no \(reference)")
        return
      }
      check(node, target, at: pointer)
    }
    for keyword in rule.entries.compactMap(\.key.string) where !Self.keywords.contains(keyword) {
      faults.append("\(pointer): the check does not know `\(keyword)`")
    }
    if let types = rule["type"], !Self.has(node, types.items.isEmpty ? [types] : types.items) {
      faults.append("\(pointer): is \(node.kind)")
    }
    if let constant = rule["const"]?.string, node.string != constant {
      faults.append("\(pointer): is not \(constant)")
    }
    if let words = rule["enum"], !words.items.contains(where: { $0.string == node.string }) {
      faults.append("\(pointer): is \(node.string ?? "no text")")
    }
    if let least = rule["minimum"]?.integer, let number = node.string.flatMap(Double.init),
      number < Double(least)
    {
      faults.append("\(pointer): is below \(least)")
    }
    if let least = rule["minItems"]?.integer, node.items.count < least {
      faults.append("\(pointer): has too few items")
    }
    if let branches = rule["oneOf"] { checkBranches(node, branches.items, at: pointer) }
    checkMembers(node, rule, at: pointer)
    if let items = rule["items"] {
      for (index, item) in node.items.enumerated() { check(item, items, at: "\(pointer)/\(index)") }
    }
  }

  private mutating func checkMembers(_ node: DataNode, _ rule: DataNode, at pointer: String) {
    for key in rule["required"]?.items.compactMap(\.string) ?? [] where node[key] == nil {
      faults.append("\(pointer): has no `\(key)`")
    }
    guard node.kind == .mapping, rule["properties"] != nil || rule["additionalProperties"] != nil else {
      return
    }
    for entry in node.entries {
      guard let key = entry.key.string else { continue }
      guard let member = rule["properties"]?[key] ?? rule["additionalProperties"] else {
        faults.append("\(pointer): `\(key)` is in no schema")
        continue
      }
      check(entry.value, member, at: "\(pointer)/\(key)")
    }
  }

  private mutating func checkBranches(_ node: DataNode, _ branches: [DataNode], at pointer: String) {
    let fitting = branches.count { branch in
      var check = SchemaCheck(schema)
      check.check(node, branch, at: pointer)
      return check.faults.isEmpty
    }
    if fitting != 1 { faults.append("\(pointer): fits \(fitting) of \(branches.count) forms") }
  }

  private static func has(_ node: DataNode, _ types: [DataNode]) -> Bool {
    types.contains { type in
      switch type.string {
      case "object": node.kind == .mapping
      case "array": node.kind == .sequence
      case "string": node.kind == .string
      case "integer": node.integer != nil
      case "number": node.kind == .number
      case "boolean": node.kind == .bool
      case "null": node.kind == .null
      default: false
      }
    }
  }

  private static let keywords: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties",
    "additionalProperties",
    "items", "enum", "const", "oneOf", "minimum", "minItems",
  ]
}
