package import DataSyntax

/// The words of our own dialect, for those who write specs or rewrite them.
package enum SpecWords {
  /// Whether a key at the root holds things that are asserted.
  package static func isSection(_ word: String) -> Bool { ResourceKind.all.contains { $0.word == word } }

  /// Whether there is one thing of a section, whose properties stand in the section itself.
  package static func isSingle(_ word: String) -> Bool { ResourceKind.single.contains { $0.word == word } }

  /// What a thing of a section is called in a sentence: `file`.
  package static func noun(of section: String) -> String {
    ResourceKind.all.first { $0.word == section }?.noun ?? section
  }

  /// All keys that a thing of a section may have.
  package static func keys(in section: String) -> Set<String> {
    Set(ResourceKind.all.first { $0.word == section }?.keys ?? [])
  }

  /// Whether a key of a thing in a section asserts something; the others say how to look.
  package static func isProperty(_ word: String, in section: String) -> Bool {
    ResourceKind.all.first { $0.word == section }?.property(word) != nil
  }

  /// Whether a value of an input stands in the texts of nodes.
  package static func hasReference(_ nodes: DataNode...) -> Bool {
    var waiting = nodes
    var seen: Set<DataNode> = []
    while let node = waiting.popLast() {
      // Aliases inside aliases would go on endlessly.
      guard seen.insert(node).inserted else { continue }
      if node.kind == .string, InputReference.isIn(node) { return true }
      waiting += node.items
      for entry in node.entries { waiting += [entry.key, entry.value] }
    }
    return false
  }

  /// Whether a thing of a section is judged only under conditions, or by values that are not in the file.
  package static func isConditional(_ key: DataNode, _ value: DataNode) -> Bool {
    value["when"] != nil || value["except"] != nil || value["requires"] != nil || hasReference(key, value)
  }
}
