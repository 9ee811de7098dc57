import DataSyntax
import Diagnostics
import Matching
import Source

extension SpecReader {
  /// What one property asserts: one thing, or one for each name of a map.
  mutating func expectations(
    _ subject: CheckWording, _ property: PropertyKind, _ node: DataNode
  ) -> [Expectation] {
    let isNamed = property.shape == .named || property.shape == .document
    guard isNamed, node.kind == .mapping, property.shape == .document || !isMatcher(node) else {
      if isNamed, node.kind != .mapping {
        let words = property.shape == .document ? "a map of paths" : "a map of names"
        wrongKind(
          node, words,
          help: "write `\(property.name): {\(property.shape == .document ? "server.port" : "NAME"): value}`")
        return []
      }
      return matcher(property, node).map { [subject.expectation(property.name, $0)] } ?? []
    }
    guard !node.entries.isEmpty else {
      report(
        "spec/asserts-nothing", "nothing is asserted of `\(property.name)`", at: node.location,
        help: property.shape == .document ? "name a path" : "that there are none is `{have-len: 0}`")
      return []
    }
    var expectations: [Expectation] = []
    for entry in unique(node) {
      let key = entry.key.string ?? ""
      guard property.shape == .named || isDocumentPath(key, entry.key) else { continue }
      let name = "\(property.name).\(key)"
      let inner = PropertyKind(name, property.shape == .document ? .any : .scalar, property.plain)
      matcher(inner, entry.value).map { expectations.append(subject.expectation(name, $0)) }
    }
    return expectations
  }

  private mutating func isDocumentPath(_ text: String, _ key: DataNode) -> Bool {
    if DocumentPath(text) != nil { return true }
    report(
      "spec/wrong-value", "`\(text)` is no path in a document", at: key.contentLocation,
      help: "write `server.port`, `users[0].name`, `users[*].name`, or `\"a.b\".c` for a key with a full stop"
    )
    return false
  }

  /// Whether a map is a matcher for the whole: `env: {not: {have-key: DEBUG}}`.
  private func isMatcher(_ node: DataNode) -> Bool {
    let entries = node.entries
    guard entries.count == 1, let name = entries[0].key.string else { return false }
    return MatcherParser.names.contains(name)
  }
}
