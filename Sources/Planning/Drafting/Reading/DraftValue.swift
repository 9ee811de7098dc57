import DataSyntax
import Expectation

/// Reads the values of one property: plain scalars of texts are texts however YAML would take them.
struct DraftValue {
  private static let texts: Set<String> = [
    "mode", "owner", "group", "type", "leads-to", "target", "sha256", "contents", "version", "versions",
    "groups",
    "members",
    "home", "shell", "stdout", "stderr", "user", "workdir", "env", "labels", "entrypoint", "cmd",
    "exposed-ports",
    "volumes", "architecture", "os",
  ]
  private static let comparisons: Set<String> = ["gt", "ge", "lt", "le", "have-len"]

  let property: String

  /// A node's value in our vocabulary.
  func value(_ node: DataNode) -> JSONText {
    guard Self.texts.contains(property) else { return JSONText(node) }
    switch node.kind {
    case .number, .string, .bool: return text(node.string ?? "")
    case .null, .missing: return JSONText(node)
    case .sequence: return .array(node.items.map(value))
    case .mapping:
      return .object(
        node.entries.map { entry in
          let key = entry.key.string ?? ""
          let inner = Self.comparisons.contains(key) ? JSONText(entry.value) : value(entry.value)
          return .init(key, inner)
        })
    }
  }

  private func text(_ text: String) -> JSONText {
    property == "mode" ? .string(FileMode(text)?.octal ?? text) : .string(text)
  }
}
