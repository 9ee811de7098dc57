import DataSyntax
import Source

extension ComponentRewriter {
  /// What is old in a provisioner, beside what the table says.
  func provisionerRewrites(_ types: [TypeRewrite], _ names: RenamedBuilds) -> [TemplateRewrite] {
    escapes() + overrides(types.filter { !names.contains($0.type) })
  }

  /// What is old in a post-processor, beside what the table says.
  func postProcessorRewrites() -> [TemplateRewrite] { [tags(), overrides()].compactMap { $0 } }

  /// What is laid over for a build is named by the type of its builder.
  private func overrides(_ types: [TypeRewrite]) -> [TemplateRewrite] {
    guard let override = entry("override")?.value else { return [] }
    let maps = override.kind == .sequence ? override.items : [override]
    // Packer renames the others nowhere but at the builder.
    let renamed = types.filter { $0.kind == .builder && $0.type == "virtualbox" }
    return maps.flatMap { map in
      renamed.compactMap { type -> TemplateRewrite? in
        guard let old = entry(type.type, in: map) else { return nil }
        return rewrite(.renamed(type.type, to: type.new), at: [old.key]) { editor in
          for other in map.entries where other.key.string == type.new {
            editor.remove(other, from: map, comments: .stay)
          }
          editor.rename(old.key, to: type.new)
        }
      }
    }
  }

  /// The options for one provider went into `override`.
  private func overrides() -> TemplateRewrite? {
    guard type == "vagrant" else { return nil }
    let old = ["aws", "digitalocean", "virtualbox", "vmware"].compactMap { entry($0) }
    guard let first = old.first else { return nil }
    let target = map.entries.filter { $0.key.string == "override" }
    guard target.count <= 1, target.allSatisfy({ $0.value.kind == .mapping }) else { return nil }
    let words = old.compactMap { $0.key.string.map { "`\($0)`" } }.joined(separator: ", ")
    return rewrite(
      .reshaped("\(words) went into `override`", help: "write the provider's options in `override`"),
      at: old.map(\.key)
    ) { editor in
      let moved = old.map { DataFragment.Entry.written($0, key: nil) }
      if let target = target.first {
        editor.insert(moved, after: target.value.entries.last, in: target.value)
        for entry in old { editor.remove(entry, from: map, comments: .stayAround) }
      } else {
        editor.replace(first, in: map, by: [.new("override", .mapping(moved))])
        for entry in old.dropFirst() { editor.remove(entry, from: map, comments: .stayAround) }
      }
    }
  }

  /// `tag`, a list or a text cut at commas, became the list `tags`.
  private func tags() -> TemplateRewrite? {
    guard type == "docker-tag", let old = entry("tag"), let first = Self.texts(old.value) else { return nil }
    let given = map.entries.filter { $0.key.string == "tags" }
    guard given.count <= 1, let second = given.first.map({ Self.texts($0.value) }) ?? [] else { return nil }
    var all: [String] = []
    for tag in first + second where !all.contains(tag) { all.append(tag) }
    return rewrite(.renamed("tag", to: "tags"), at: [old.key]) { editor in
      if let given = given.first {
        let new = first.filter { !second.contains($0) }
        if given.value.kind == .sequence, new + second == all {
          editor.insert(new.map { .value(.string($0)) }, afterItemAt: nil, in: given.value)
        } else {
          editor.replace(given.value, with: .strings(all))
        }
        editor.remove(old, from: map, comments: .stay)
      } else {
        editor.rename(old.key, to: "tags")
        if old.value.kind != .sequence || first != all { editor.replace(old.value, with: .strings(all)) }
      }
    }
  }

  private static func texts(_ value: DataNode) -> [String]? {
    switch value.kind {
    case .sequence:
      let texts = value.items.compactMap { $0.kind == .string ? $0.string : nil }
      return texts.count == value.items.count ? texts : nil
    case .string:
      return (value.string ?? "").utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { part in
          let blanks: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
          let text = part.drop(while: blanks)
          return String(decoding: Array(text.reversed().drop(while: blanks).reversed()), as: UTF8.self)
        }
    default: return nil
    }
  }
}
