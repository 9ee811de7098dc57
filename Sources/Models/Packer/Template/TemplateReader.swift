import DataSyntax
import Source

/// Turns the tree of a document into a `PackerTemplate`, noting every part that is not of the right shape.
struct TemplateReader {
  let root: TemplateValue
  var faults: [ShapeFault] = []
  /// Root entries by the known key that they were taken for.
  private var known: [String: TemplateEntry] = [:]
  private var comments: [TemplateEntry] = []
  private var unknown: [TemplateEntry] = []

  init(root: TemplateValue) {
    self.root = root
    sortRootEntries()
  }

  /// Reads the whole template.
  mutating func template(
    file: FileID, syntax: DataSyntaxKind, duplicateKeys: [DuplicateKey], isIntact: Bool,
    comments syntaxComments: [Location]
  ) -> PackerTemplate {
    expect(root, [.map], "template")
    for name in ["description", "min_packer_version"] { check(known[name], is: [.text]) }
    check(known["push"], is: [.map])
    check(known["comments"], is: [.list])
    for item in known["comments"]?.value.items ?? [] where expect(item, [.map], "comments") {
      for entry in item.entries { expect(entry.value, [.text], "comments") }
    }
    check(known["rawcontents"], is: [.list])
    for item in known["rawcontents"]?.value.items ?? [] { expect(item, [.null], "rawcontents") }
    let variables = readVariables()
    let sensitive = readSensitiveVariables()
    let builders = readComponents("builders", .builder)
    let postProcessors = readChains()
    let provisioners = readComponents("provisioners", .provisioner)
    let cleanup = readErrorCleanup()
    return PackerTemplate(
      file: file, syntax: syntax, root: root, description: known["description"]?.value,
      minPackerVersion: known["min_packer_version"]?.value, variables: variables,
      sensitiveVariables: sensitive,
      builders: builders, provisioners: provisioners, errorCleanupProvisioner: cleanup,
      postProcessors: postProcessors, rootComments: comments,
      ignoredRootEntries: ["push", "comments", "rawcontents"].compactMap { known[$0] },
      unknownRootEntries: unknown, duplicateKeys: duplicateKeys, shapeFaults: faults, isIntact: isIntact,
      comments: syntaxComments)
  }

  /// Gives each known root key its entry: the exact spelling (the last one), else the first in another case.
  private mutating func sortRootEntries() {
    let entries = root.entries
    for key in PackerTemplate.rootKeys { known[key] = entries.named(key) }
    let taken = Set(known.values.map(\.keyLocation))
    for entry in entries where !taken.contains(entry.keyLocation) {
      let name = entry.name.value
      if known[name] != nil { continue }
      if name.utf8.first == UInt8(ascii: "_") { comments.append(entry) } else { unknown.append(entry) }
    }
    for entry in comments where entry.value.kind != .text {
      faults.append(
        ShapeFault(entry.name.value, .commentNotText(got: entry.value.kind), at: entry.value.location))
    }
  }

  /// Notes a value that is of none of the kinds that are read there; nothing at all is always fine.
  private mutating func check(_ entry: TemplateEntry?, is kinds: [TemplateValue.Kind]) {
    guard let entry else { return }
    expect(entry.value, kinds, entry.name.value)
  }

  /// Whether a value is of one of the kinds; notes it when not. Null and missing values are left to the caller.
  @discardableResult
  mutating func expect(_ value: TemplateValue, _ kinds: [TemplateValue.Kind], _ subject: String) -> Bool {
    if kinds.contains(value.kind) { return true }
    if !value.isNothing {
      faults.append(ShapeFault(subject, .wrongKind(expected: kinds, got: value.kind), at: value.location))
    }
    return false
  }

  private mutating func readVariables() -> [TemplateVariable] {
    guard let value = known["variables"]?.value, expect(value, [.map], "variables") else { return [] }
    for entry in value.entries { expect(entry.value, [.text, .null], "variable \(entry.name.value)") }
    return value.entries.map(TemplateVariable.init)
  }

  private mutating func readSensitiveVariables() -> [Located<String>] {
    guard let value = known["sensitive-variables"]?.value, expect(value, [.list], "sensitive-variables")
    else { return [] }
    for item in value.items { expect(item, [.text], "sensitive-variables") }
    return value.items.compactMap { item in
      item.text.map { Located($0.string, at: item.contentLocation) }
    }
  }

  private mutating func readComponents(
    _ key: String, _ kind: ConfiguredComponent.Kind
  ) -> [TemplateComponent] {
    guard let value = known[key]?.value, expect(value, [.list], key) else { return [] }
    var components: [TemplateComponent] = []
    for (index, item) in value.items.enumerated() {
      let reader = ComponentReader(kind: kind, position: index + 1)
      if let component = reader.component(item, noting: &faults) { components.append(component) }
    }
    return components
  }

  private mutating func readErrorCleanup() -> TemplateComponent? {
    guard let value = known["error-cleanup-provisioner"]?.value, !value.isNothing else { return nil }
    guard expect(value, [.map], "error-cleanup-provisioner") else { return nil }
    let reader = ComponentReader(kind: .provisioner, position: 1, subject: "error-cleanup-provisioner")
    return reader.component(value, noting: &faults)
  }

  private mutating func readChains() -> [[TemplateComponent]] {
    guard let value = known["post-processors"]?.value, expect(value, [.list], "post-processors")
    else { return [] }
    var chains: [[TemplateComponent]] = []
    for (index, item) in value.items.enumerated() {
      let isChain = item.kind == .list
      var chain: [TemplateComponent] = []
      for (place, entry) in (isChain ? item.items : [item]).enumerated() {
        let reader = ComponentReader(
          kind: .postProcessor, position: index + 1, chainPosition: place + 1, isInChain: isChain)
        if let component = reader.component(entry, noting: &faults) { chain.append(component) }
      }
      chains.append(chain)
    }
    return chains
  }
}
