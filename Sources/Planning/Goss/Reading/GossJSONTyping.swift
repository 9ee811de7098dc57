import DataSyntax

/// The types of values in goss files of JSON, where Go's `encoding/json` makes nothing of one kind into another.
enum GossJSONTyping {
  /// The value that has another type than an attribute, what it would need to be, and where it lies within; nil where all is
  /// right.
  static func mismatch(
    _ node: DataNode, _ form: GossKind.Attribute.Form
  ) -> (node: DataNode, type: String, path: [String])? {
    if node.kind == .missing || node.kind == .null { return nil }
    switch form {
    case .matcher, .reader, .value: return nil
    case .text: return node.kind == .string ? nil : (node, "string", [])
    case .flag: return node.kind == .bool ? nil : (node, "bool", [])
    case .number:
      let isWhole = node.kind == .number && node.string.flatMap { Int($0) } != nil
      return isWhole ? nil : (node, "int", [])
    case .map: return node.kind == .mapping ? nil : (node, "resource.meta", [])
    case .texts:
      guard node.kind == .sequence else { return (node, "[]string", []) }
      let wrong = node.items.enumerated().first { $1.kind != .string && $1.kind != .null }
      return wrong.map { ($0.element, "string", ["\($0.offset)"]) }
    }
  }

  /// What Go says of a value; the path is that of its keys below the section.
  static func message(_ node: DataNode, _ type: String, at path: [String]) -> String {
    let kind: String =
      switch node.kind {
      case .number where type == "int": "number \(node.string ?? "")"
      case .number: "number"
      case .bool: "bool"
      case .sequence: "array"
      case .mapping: "object"
      default: "string"
      }
    let steps = path.map { step in
      step.unicodeScalars.reduce(into: ".") { text, scalar in
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    let place =
      path.isEmpty ? "Go value" : (path.count > 2 ? "" : "Go struct field ") + steps.joined()
    return "json: cannot unmarshal \(kind) into \(place) of type \(type)"
  }
}
