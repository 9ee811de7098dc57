import DataSyntax
import Diagnostics
import Source

extension PackerTemplate {
  /// What of the template is written as older releases wanted it, in the order of the components.
  package func rewrites(by table: RewriteTable) -> [TemplateRewrite] {
    guard isIntact else { return [] }
    var found: [TemplateRewrite] = []
    let names = RenamedBuilds(components, table.types)
    for component in components {
      guard let rewriter = ComponentRewriter(component) else { continue }
      found += rewriter.renamedTypes(table.types, names) + rewriter.optionRewrites(table.options)
      switch component.kind {
      case .builder: found += rewriter.builderRewrites()
      case .provisioner: found += rewriter.provisionerRewrites(table.types, names)
      case .postProcessor: found += rewriter.postProcessorRewrites()
      }
    }
    return found
  }
}

/// Finds what is old in one component.
struct ComponentRewriter {
  let component: TemplateComponent
  let type: String
  /// The object of the component.
  let map: DataNode

  /// nil for a component without a type, or written as a text.
  init?(_ component: TemplateComponent) {
    guard let type = component.type?.value, component.value.kind == .map else { return nil }
    self.component = component
    self.type = type
    map = component.value.node
  }

  /// The entry of a key, in that very spelling; nil where it is not there, or twice.
  func entry(_ key: String, in other: DataNode? = nil) -> DataEntry? {
    let found = (other ?? map).entries.filter { $0.key.string == key }
    return found.count == 1 ? found[0] : nil
  }

  /// A rewrite by the edits that a body makes.
  func rewrite(
    _ change: TemplateRewrite.Change, at nodes: [DataNode], _ safety: Fix.Safety = .safe,
    _ body: (inout DataEditor) -> Void
  ) -> TemplateRewrite {
    var editor = DataEditor(map.tree)
    body(&editor)
    let fix = editor.edits.map { Fix(safety, edits: $0) }
    return TemplateRewrite(change, of: component, at: nodes.map(\.contentLocation), fix)
  }

  /// The type under its new name, along with what names a build by it.
  func renamedTypes(_ types: [TypeRewrite], _ names: RenamedBuilds) -> [TemplateRewrite] {
    guard let entry = entry("type"),
      let new = types.first(where: { $0.kind == component.kind && $0.type == type })
    else { return [] }
    return [
      rewrite(.retyped(type, to: new.new), at: [entry.value]) { editor in
        editor.replace(entry.value, with: .string(new.new))
        if component.kind == .builder { names.follow(type, in: &editor) }
      }
    ]
  }

  /// What the table says of the options.
  func optionRewrites(_ options: [OptionRewrite]) -> [TemplateRewrite] {
    options.compactMap { option in
      guard option.kind == component.kind, option.concerns(type) else { return nil }
      guard let within = option.within else { return rewrite(option, in: map) }
      return entry(within).flatMap { $0.value.kind == .mapping ? rewrite(option, in: $0.value) : nil }
    }
  }

  private func rewrite(_ option: OptionRewrite, in map: DataNode) -> TemplateRewrite? {
    guard let old = entry(option.option, in: map),
      option.form.map({ $0 == TemplateValue(old.value).kind }) ?? true,
      !option.unless.contains(where: { entry($0, in: map) != nil })
    else { return nil }
    guard let name = option.new else {
      return rewrite(.removed(option.option), at: [old.key]) {
        $0.remove(old, from: map, comments: .stay)
      }
    }
    let value = newValue(of: old.value, by: option)
    if !option.values.isEmpty, value == nil { return nil }
    let others = map.entries.filter { $0.key.string == name }
    if !others.isEmpty, option.beside == .leave { return nil }
    return rewrite(.renamed(option.option, to: name), at: [old.key]) { editor in
      if !others.isEmpty, option.beside == .keep {
        return editor.remove(old, from: map, comments: .stay)
      }
      for other in others { editor.remove(other, from: map, comments: .stay) }
      editor.rename(old.key, to: name)
      if let value { editor.replace(old.value, with: value) }
    }
  }

  private func newValue(of value: DataNode, by option: OptionRewrite) -> JSONText? {
    if option.becomesList { return value.string.map { .strings([$0]) } }
    guard !option.values.isEmpty, let written = value.bool ?? value.string.flatMap(ScalarDecoding.truth)
    else {
      return nil
    }
    return option.values["\(written)"].map { .string($0) }
  }
}
