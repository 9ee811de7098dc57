package import DataSyntax
package import Diagnostics
package import Source

extension PackerTemplate {
  /// A mapping of this many entries is written by a program, and not mended entry by entry.
  private static let editableCount = 1000

  /// The edits that take the declaration of a variable out; nil where the document does not let itself be changed so.
  package func removal(ofVariable name: String) -> [Fix.Edit]? {
    guard variables.count < Self.editableCount, let map = root.entries.named("variables")?.value.node else {
      return nil
    }
    let found = map.entries.filter { $0.key.string == name }
    guard found.count == 1 else { return nil }
    var editor = DataEditor(map.tree)
    editor.remove(found[0], from: map, comments: .stay)
    return editor.edits
  }

  /// The edits that write a value as one of other kinds, where only one thing can be meant: a number as a text, `"true"`
  /// as a boolean, one value as a list of it; nil for any other.
  package func conversion(at place: Location, to kinds: [TemplateValue.Kind]) -> [Fix.Edit]? {
    guard place.file == file, let pointer = root.node.tree.place(of: place.range)?.pointer,
      let node = root.node.tree.node(at: pointer), node.location == place || node.contentLocation == place
    else { return nil }
    let value = TemplateValue(node)
    var editor = DataEditor(node.tree)
    switch value.kind {
    case .number, .bool:
      guard kinds.contains(.text), let written = node.string else { return nil }
      editor.replace(node, with: .string(written))
    case .text:
      let text = node.string ?? ""
      if kinds.contains(.bool), let truth = Self.truth(in: text) {
        editor.replace(node, with: .bool(truth))
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

  /// The edits that give a number without a unit the unit of seconds; nil for any other value.
  package func durationInSeconds(at place: Location) -> [Fix.Edit]? {
    guard place.file == file, let pointer = tree.place(of: place.range)?.pointer,
      let node = tree.node(at: pointer), node.kind == .string || node.kind == .number,
      let text = node.string, !text.isEmpty,
      text.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return nil }
    var editor = DataEditor(tree)
    editor.replace(node, with: .string(text + "s"))
    return editor.edits
  }

  /// The boolean that people mean by a word.
  private static func truth(in text: String) -> Bool? {
    let word = text.utf8.filter { $0 != 0x20 && $0 != 0x09 }
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "true", "yes", "y", "on": return true
    case "false", "no", "n", "off": return false
    default: return nil
    }
  }

  /// The edits that take an entry out of its component, or of an object in one.
  package func removal(of entry: TemplateEntry) -> [Fix.Edit]? { tree.removal(ofEntry: entry.keyNode) }

  /// The edits that take an element out of a list.
  package func removal(ofItem index: Int, from list: TemplateValue) -> [Fix.Edit]? {
    var editor = DataEditor(tree)
    editor.remove(itemAt: index, from: list.node, comments: .stay)
    return editor.edits
  }

  /// The edits that give an option of a component a value; a new one stands behind the type.
  package func setting(_ option: String, to value: JSONText, in component: TemplateComponent) -> [Fix.Edit]? {
    var editor = DataEditor(tree)
    if let written = component.options.named(option) {
      editor.replace(written.value.node, with: value)
    } else {
      guard let type = component.value.node.entries.first(where: { $0.key.string == "type" }) else {
        return nil
      }
      editor.insert([.new(option, .value(value))], after: type, in: component.value.node)
    }
    return editor.edits
  }

  /// The edits that name a variable under `sensitive-variables`.
  package func listing(sensitive variable: String) -> [Fix.Edit]? {
    var editor = DataEditor(tree)
    if let list = root.entries.named("sensitive-variables")?.value {
      guard list.kind == .list else { return nil }
      editor.insert(
        [.value(.string(variable))], afterItemAt: list.items.isEmpty ? nil : list.items.count - 1,
        in: list.node)
    } else {
      guard let variables = root.node.entries.first(where: { $0.key.string == "variables" }) else {
        return nil
      }
      editor.insert(
        [.new("sensitive-variables", .value(.strings([variable])))], after: variables, in: root.node)
    }
    return editor.edits
  }
}
