import Source

extension ComponentCatalog {
  /// Reads the files of the components that the templates name, and of those that all share.
  ///
  /// A run reads its templates first: most files of the catalog are then never parsed.
  package static func load(
    _ files: [ComponentFile], for templates: [PackerTemplate]
  ) -> (catalog: ComponentCatalog, faults: [CatalogFault]) {
    let wanted = keys(of: templates)
    return load(files) { wanted.contains($0) }
  }

  /// The components that templates name.
  static func keys(of templates: [PackerTemplate]) -> Set<Key> {
    var keys: Set<Key> = []
    for component in templates.flatMap(\.components) {
      if let type = component.type { keys.insert(Key(kind: component.kind, name: type.value)) }
    }
    return keys
  }

  /// Reads all files.
  package static func load(_ files: [ComponentFile]) -> (catalog: ComponentCatalog, faults: [CatalogFault]) {
    load(files) { _ in true }
  }

  private static func load(
    _ files: [ComponentFile], where isWanted: (Key) -> Bool
  ) -> (catalog: ComponentCatalog, faults: [CatalogFault]) {
    var reader = CatalogReader()
    var names: [ConfiguredComponent.Kind: Set<String>] = [:]
    var wanted: [Key: ComponentFile] = [:]
    for file in files where file.folder == .common { reader.addCommon(file) }
    let renamed = reader.rewrites.types.filter { isWanted(Key(kind: $0.kind, name: $0.type)) }
      .map { Key(kind: $0.kind, name: $0.new) }
    for file in files {
      switch file.folder {
      case .component(let kind):
        let key = Key(kind: kind, name: file.name)
        names[kind, default: []].insert(file.name)
        // The user's own file takes the place of ours.
        if isWanted(key) || renamed.contains(key) { wanted[key] = file }
      case .communicators: reader.addCommunicator(file)
      case .common, nil: break
      }
    }
    let components = wanted.map { reader.component($0.key.kind, $0.value) }
    return (
      ComponentCatalog(
        components, names: names.mapValues { $0.sorted() }, rewrites: reader.rewrites,
        strangers: reader.strangers),
      reader.faults
    )
  }
}
