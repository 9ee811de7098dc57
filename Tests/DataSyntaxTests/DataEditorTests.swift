import DataSyntax
import Diagnostics
import Source
import Testing

@Suite struct DataEditorTests {
  @Test(arguments: try EditCase.all())
  func `A document is changed where it is asked to, and nowhere else`(example: EditCase) throws {
    let expected = String(decoding: example.after, as: UTF8.self)
    let result = try example.result().map { String(decoding: $0, as: UTF8.self) }
    #expect((result ?? "impossible\n") == expected)
  }

  @Test(arguments: try EditCase.all())
  func `Without an operation there is no edit`(example: EditCase) {
    let tree = example.tree
    #expect(!tree.isIntact || DataEditor(tree).edits == [])
  }

  /// Every entry and every element of the cases, taken out one at a time.
  @Test(arguments: try EditCase.all())
  func `What is taken out is gone, and the rest is read as before`(example: EditCase) {
    let tree = example.tree
    // What others repeat cannot go without them.
    guard tree.isIntact, !example.before.contains(UInt8(ascii: "&")) else { return }
    var removals = 0
    visit(tree.root) { container in
      let count = container.kind == .mapping ? container.entries.count : container.items.count
      for index in 0..<count {
        var editor = DataEditor(tree)
        if container.kind == .mapping {
          editor.remove(container.entries[index], from: container)
        } else {
          editor.remove(itemAt: index, from: container)
        }
        guard let edits = editor.edits else { continue }
        removals += 1
        var bytes = example.before
        for edit in edits.reversed() {
          bytes.replaceSubrange(edit.location.range.indices, with: edit.text.utf8)
        }
        let file = SourceFile(FileID("case"), bytes: bytes)
        let (after, faults) = DataParser.parse(DerivedText(file), as: example.syntax)
        let place =
          "\(tree.pointer(of: container)?.description ?? "")/\(index): \(String(decoding: bytes, as: UTF8.self))"
        // Comments and commas at the end are faults of JSON before and after.
        #expect(after.isIntact && (example.syntax == .json || faults.isEmpty), "\(place)")
        #expect(JSONText(after.root) == removing(index, from: container, in: tree.root), "\(place)")
      }
    }
    #expect(removals > 0)
  }

  private func visit(_ node: DataNode, _ body: (DataNode) -> Void) {
    if node.kind == .mapping || node.kind == .sequence { body(node) }
    for child in node.items + node.entries.map(\.value) { visit(child, body) }
  }

  private func removing(_ index: Int, from container: DataNode, in node: DataNode) -> JSONText {
    switch node.kind {
    case .sequence:
      let kept = node.items.indices.filter { node != container || $0 != index }
      return .array(kept.map { removing(index, from: container, in: node.items[$0]) })
    case .mapping:
      let kept = node.entries.indices.filter { node != container || $0 != index }
      return .object(
        kept.map {
          .init(
            node.entries[$0].key.string ?? "", removing(index, from: container, in: node.entries[$0].value))
        })
    default: return JSONText(node)
    }
  }
}
