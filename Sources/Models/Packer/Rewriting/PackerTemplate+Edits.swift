import DataSyntax
package import Diagnostics
package import Source

extension PackerTemplate {
  /// The edits that take the declaration of a variable out; nil where the document does not let itself be changed so.
  package func removal(ofVariable name: String) -> [Fix.Edit]? {
    guard let map = root.entries.named("variables")?.value.node else { return nil }
    let found = map.entries.filter { $0.key.string == name }
    guard found.count == 1 else { return nil }
    var editor = DataEditor(map.tree)
    editor.remove(found[0], from: map)
    return editor.edits
  }

  /// The edits that write a value as one of other kinds, where only one thing can be meant: a number as a text, `"true"`
  /// as a boolean, one value as a list of it; nil for any other.
  package func conversion(at place: Location, to kinds: [TemplateValue.Kind]) -> [Fix.Edit]? {
    guard place.file == file, let pointer = root.node.tree.place(of: place.range)?.pointer,
      let node = root.node.tree.node(at: pointer), node.location == place
    else { return nil }
    let value = TemplateValue(node)
    var editor = DataEditor(node.tree)
    switch value.kind {
    case .number, .bool:
      guard kinds.contains(.text), let written = node.string else { return nil }
      editor.replace(node, with: .string(written))
    case .text:
      let text = node.string ?? ""
      if kinds.contains(.bool), text == "true" || text == "false" {
        editor.replace(node, with: .bool(text == "true"))
      } else if kinds.contains(.list), !kinds.contains(.text), !text.isEmpty {
        editor.replace(node, with: .strings([text]))
      } else {
        return nil
      }
    case .map:
      guard kinds == [.list], syntax == .json else { return nil }
      let range = place.range
      return [
        .init(replacing: Location(file, ByteRange(at: range.start)), with: "["),
        .init(replacing: Location(file, ByteRange(at: range.end)), with: "]"),
      ]
    case .null, .list, .missing: return nil
    }
    return editor.edits
  }
}
