import DataSyntax
import Source

/// The builds that have no name of their own and get another one with their builder's type, and what names them.
struct RenamedBuilds {
  /// The new name by the old one.
  private let names: [String: String]
  private let followers: [TemplateComponent]

  /// Those of a template, by the types that have new names.
  init(_ components: [TemplateComponent], _ types: [TypeRewrite]) {
    let new = Dictionary(types.filter { $0.kind == .builder }.map { ($0.type, $0.new) }) { first, _ in first }
    var names: [String: String] = [:]
    for builder in components where builder.kind == .builder {
      guard let type = builder.type?.value, (builder.core("name")?.value.weakText ?? "").isEmpty else {
        continue
      }
      names[type] = new[type]
    }
    self.names = names
    followers = names.isEmpty ? [] : components.filter { $0.kind != .builder }
  }

  func contains(_ name: String) -> Bool { names[name] != nil }

  /// Gives what names a build its new name: `only`, `except`, and the keys of `override`.
  func follow(_ old: String, in editor: inout DataEditor) {
    guard let new = names[old] else { return }
    for component in followers {
      for key in ["only", "except"] {
        guard let list = component.core(key)?.value else { continue }
        let hasNew = list.items.contains { $0.text?.string == new }
        for (index, item) in list.items.enumerated() where item.text?.string == old {
          if hasNew {
            editor.remove(itemAt: index, from: list.node, comments: .stay)
          } else {
            editor.replace(item.node, with: .string(new))
          }
        }
      }
      guard component.kind == .provisioner, let override = component.core("override")?.value else { continue }
      for map in override.kind == .list ? override.items : [override] {
        let entries = map.node.entries
        guard let entry = entries.first(where: { $0.key.string == old }) else { continue }
        for other in entries where other.key.string == new {
          editor.remove(other, from: map.node, comments: .stay)
        }
        editor.rename(entry.key, to: new)
      }
    }
  }
}
