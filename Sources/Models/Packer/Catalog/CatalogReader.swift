import Source

/// Reads component files, laying what communicators and all components share under each.
struct CatalogReader {
  private(set) var faults: [CatalogFault] = []
  private var communicatorOptions: [String: OptionFacts] = [:]
  private var communicatorRules: [ComponentRule] = []
  /// What Packer removed everywhere, by kind of component.
  private var commonRemovals: [ConfiguredComponent.Kind: [String: String?]] = [:]

  /// What is written otherwise now.
  private(set) var rewrites = RewriteTable()
  /// The types that no file describes.
  private(set) var strangers: [ComponentCatalog.Key: ComponentCatalog.Stranger] = [:]

  mutating func addCommunicator(_ file: ComponentFile) {
    var reading = FileReading(file)
    communicatorOptions.merge(reading.options(reading.root.entries.named("options")?.value)) { own, _ in own }
    communicatorRules += reading.rules(reading.root.entries.named("rules")?.value)
    faults += reading.faults
  }

  mutating func addCommon(_ file: ComponentFile) {
    let kinds: [String: ConfiguredComponent.Kind] = [
      "builders": .builder, "provisioners": .provisioner, "post-processors": .postProcessor,
    ]
    guard let kind = kinds[file.name] else { return }
    var reading = FileReading(file)
    rewrites.read(reading.root.entries.named("rewrites")?.value, of: kind, &reading)
    commonRemovals[kind] = Self.replacements(reading.root.entries.named("removed")?.value)
    for (name, plugin) in Self.replacements(reading.root.entries.named("plugins")?.value) {
      strangers[ComponentCatalog.Key(kind: kind, name: name)] = plugin.map { .plugin($0) }
    }
    for (name, replacement) in Self.replacements(reading.root.entries.named("gone")?.value) {
      strangers[ComponentCatalog.Key(kind: kind, name: name)] = .gone(replacement: replacement)
    }
    faults += reading.faults
  }

  mutating func component(_ kind: ConfiguredComponent.Kind, _ file: ComponentFile) -> Component {
    var reading = FileReading(file)
    let entries = reading.root.entries
    let communicator = reading.text(entries.named("communicator")?.value)
    var options = reading.options(entries.named("options")?.value)
    var rules = reading.rules(entries.named("rules")?.value)
    if let communicator {
      options.merge(communicatorOptions) { own, _ in own }
      options["communicator"]?.defaultValue = communicator
      rules += communicatorRules
    }
    let later = entries.named("later")?.value
    let isCompared = reading.text(later) != "unknown"
    if isCompared { reading.addLater(later, to: &options) }
    for (name, release) in Self.replacements(entries.named("gone")?.value) {
      options[name]?.goneSince = release
    }
    if file.isOwn { reading.checkRules(against: options) }
    let removed = Self.replacements(entries.named("removed")?.value)
    let availability = reading.text(entries.named("availability")?.value).flatMap(Component.Availability.init)
    let cleaning = reading.text(entries.named("name-cleaning")?.value).flatMap(Component.NameCleaning.init)
    for entry in entries where !Self.keys.contains(entry.name.value) {
      reading.note(
        "a component has no key `\(entry.name.value)`", unknown: entry.name, among: Self.keys.sorted())
    }
    faults += reading.faults
    return Component(
      kind: kind, name: file.name, options: options, rules: rules,
      removedOptions: removed.merging(commonRemovals[kind] ?? [:]) { own, _ in own },
      communicator: communicator, isCompared: isCompared,
      availability: availability ?? (file.isOwn ? .ours : .bundled),
      buildValues: reading.texts(entries.named("build-values")?.value),
      laterBuildValues: reading.texts(entries.named("later-build-values")?.value),
      knowsBuildValues: !reading.flag(entries.named("no-build-values")?.value),
      readsCoreKeys: !reading.flag(entries.named("no-core-keys")?.value), nameCleaning: cleaning,
      plugin: reading.text(entries.named("plugin")?.value), artifact: reading.artifactFacts())
  }

  private static let keys: Set<String> = [
    "accepts", "artifact", "availability", "build-values", "communicator", "files", "gone", "keeps-input",
    "later", "later-build-values", "name-cleaning", "no-build-values", "no-core-keys", "options", "plugin",
    "removed", "rules",
  ]

  private static func replacements(_ value: TemplateValue?) -> [String: String?] {
    Dictionary((value?.entries ?? []).map { ($0.name.value, $0.value.weakText) }) { first, _ in first }
  }
}
