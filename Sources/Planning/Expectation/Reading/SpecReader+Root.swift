import DataSyntax
import Diagnostics
import Source

extension SpecReader {
  /// The specs that are included: a path, or a list of paths and of maps with values for inputs.
  mutating func included(_ node: DataNode) -> [SpecInclude] {
    let items = node.kind == .sequence ? node.items : [node]
    guard !items.isEmpty else {
      wrongKind(node, "a path", help: "write `include: [base.spec.yaml]`")
      return []
    }
    return items.compactMap { item in
      guard item.kind == .mapping else {
        return text(item).map { SpecInclude(path: $0, place: item.contentLocation) }
      }
      var (path, inputs): (DataNode?, [String: InputValues.Given]) = (nil, [:])
      for entry in unique(item) {
        switch entry.key.string {
        case "file": path = entry.value
        case "with": inputs = handed(entry.value)
        default:
          let words = SpecInclude.keys.map(\.word)
          unknown(
            entry.key.string ?? "", entry.key, among: words,
            help: "an include has \(words.joined(separator: ", "))")
        }
      }
      guard let path else {
        report(
          "spec/wrong-value", "the path is missing", at: item.location, help: "write `{file: base.spec.yaml}`"
        )
        return nil
      }
      return text(path).map { SpecInclude(path: $0, place: path.contentLocation, inputs: inputs) }
    }
  }

  private mutating func handed(_ node: DataNode) -> [String: InputValues.Given] {
    guard node.kind == .mapping else {
      wrongKind(node, "a map of inputs", help: "write `with: {port: 8080}`")
      return [:]
    }
    var values: [String: InputValues.Given] = [:]
    for entry in unique(node) where !isOpen(entry.value) {
      values[entry.key.string ?? ""] = .node(entry.value)
    }
    return values
  }

  /// Whether a node depends on an input that has no value.
  mutating func isOpen(_ nodes: DataNode...) -> Bool {
    guard !open.isEmpty else { return false }
    var waiting = nodes
    var seen: Set<DataNode> = []
    while let node = waiting.popLast() {
      // Aliases inside aliases would go on endlessly.
      guard seen.insert(node).inserted else { continue }
      if open.contains(node.range) {
        isPartial = true
        return true
      }
      waiting += node.items
      for entry in node.entries { waiting += [entry.key, entry.value] }
    }
    return false
  }
}
