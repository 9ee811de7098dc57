/// What is known of one builder, provisioner or post-processor: data, read from `rules/components`.
package struct Component: Sendable {
  package let kind: ConfiguredComponent.Kind
  package let name: String
  /// The options of its own by name, the shared ones of its communicators included.
  package let options: [String: OptionFacts]
  package let rules: [ComponentRule]
  /// The names of the options that are always required, sorted.
  package let requiredOptions: [String]
  /// Options that Packer removed, with what replaces them where something does.
  package let removedOptions: [String: String?]
  /// The communicator that is used where none is written; nil for components without one.
  package let communicator: String?
  /// Whether newer releases were looked at, so that an option that is not here is nowhere.
  package let isCompared: Bool
  package let availability: Availability
  /// Values of `{{build "KEY"}}` that this builder gives beside those of every builder.
  package let buildValues: [String]
  /// Those that only newer releases give.
  package let laterBuildValues: [String]
  /// Whether `{{build "KEY"}}` gives it anything at all.
  package let knowsBuildValues: Bool
  /// Whether it reads the keys that Packer's core hands to every component, such as `packer_debug`.
  package let readsCoreKeys: Bool
  /// The rules by which its `clean_resource_name` works; nil where the function is not known.
  package let nameCleaning: NameCleaning?
  /// The repository of the plugin that carries it now.
  package let plugin: String?
  /// What it makes, and what it takes from the component before it.
  package let artifact: ArtifactFacts

  package init(
    kind: ConfiguredComponent.Kind, name: String, options: [String: OptionFacts],
    rules: [ComponentRule] = [], removedOptions: [String: String?] = [:], communicator: String? = nil,
    isCompared: Bool = true, availability: Availability = .bundled, buildValues: [String] = [],
    laterBuildValues: [String] = [], knowsBuildValues: Bool = true, readsCoreKeys: Bool = true,
    nameCleaning: NameCleaning? = nil,
    plugin: String? = nil, artifact: ArtifactFacts = ArtifactFacts()
  ) {
    self.kind = kind
    self.name = name
    self.options = options
    self.rules = rules
    requiredOptions = options.values.filter(\.isRequired).map(\.name).sorted()
    self.removedOptions = removedOptions
    self.communicator = communicator
    self.isCompared = isCompared
    self.availability = availability
    self.buildValues = buildValues
    self.laterBuildValues = laterBuildValues
    self.knowsBuildValues = knowsBuildValues
    self.readsCoreKeys = readsCoreKeys
    self.nameCleaning = nameCleaning
    self.plugin = plugin
    self.artifact = artifact
  }

  /// Which Packer knows the component.
  package enum Availability: String, Sendable {
    /// Packer 1.6.6, as everybody has it.
    case bundled
    /// Packer 1.6.6, but not Debian's build of it.
    case notInDebian = "not-in-debian"
    /// Only newer releases, or a plugin of its own.
    case later
    /// A plugin that the user's own configuration describes.
    case ours = "own"
  }

  /// The character rules of `clean_resource_name`.
  package enum NameCleaning: String, Sendable {
    case amazon, azure, google
  }

  /// The option that a written name means: the exact one, else one in another case.
  package func option(_ written: String) -> OptionFacts? { options.matching(written) }
}

extension [String: OptionFacts] {
  /// The option that a written name means: the exact one, else one in another case.
  package func matching(_ written: String) -> OptionFacts? {
    if let exact = self[written] { return exact }
    return first { $0.key.equalsInAnyCase(written) }?.value
  }
}
