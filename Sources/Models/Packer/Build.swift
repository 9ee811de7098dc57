package import DataSyntax
package import Source

/// One component of one build: its type, and its options as that build sees them.
package struct ConfiguredComponent: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case builder, provisioner, postProcessor

    /// The kind in words for people.
    package var words: String { self == .postProcessor ? "post-processor" : rawValue }
  }

  package let kind: Kind
  package let type: Located<String>
  /// The whole object (or string) in the template.
  package let location: Location
  package let options: Options
  /// Where it stands in its list, from 1; of a post-processor, in its chain.
  package let position: Int
  /// Seconds of `pause_before`; 0 for none.
  package let pauseBefore: Double
  /// Seconds of `timeout`; nil for none. Ignored by Packer when `pauseBefore` is not 0.
  package let timeout: Double?
  package let maxRetries: Int
  /// The user's `keep_input_artifact`, of a post-processor.
  package let keepInputArtifact: Bool?

  package init(
    kind: Kind, type: Located<String>, location: Location, options: Options, position: Int,
    pauseBefore: Double = 0, timeout: Double? = nil, maxRetries: Int = 0, keepInputArtifact: Bool? = nil
  ) {
    self.kind = kind
    self.type = type
    self.location = location
    self.options = options
    self.position = position
    self.pauseBefore = pauseBefore
    self.timeout = timeout
    self.maxRetries = maxRetries
    self.keepInputArtifact = keepInputArtifact
  }
}

/// One build of a template: a builder with the provisioners and post-processors that apply to it.
package struct Build: Sendable {
  /// The rendered name: `name`, or the type; what only a run knows stands in it by name.
  package let name: String
  /// The name as components get it.
  package let nameText: RunText
  package let builder: ConfiguredComponent
  package let provisioners: [ConfiguredComponent]
  package let errorCleanup: ConfiguredComponent?
  /// The chains, each started from the builder's artifact.
  package let postProcessors: [[ConfiguredComponent]]

  package init(
    name: RunText, builder: ConfiguredComponent, provisioners: [ConfiguredComponent],
    errorCleanup: ConfiguredComponent?, postProcessors: [[ConfiguredComponent]]
  ) {
    self.name = name.shown
    nameText = name
    self.builder = builder
    self.provisioners = provisioners
    self.errorCleanup = errorCleanup
    self.postProcessors = postProcessors
  }

  /// Every component of the build, in the order in which they work.
  package var components: [ConfiguredComponent] {
    [builder] + provisioners + [errorCleanup].compactMap { $0 } + postProcessors.flatMap { $0 }
  }
}

/// What the command line gives to a template.
package struct TemplateInputs: Sendable {
  /// `-var` pairs in order; the last of a name wins.
  package var variables: [(name: String, value: String)] = []
  /// `-var-file` paths in order, below `variables` in precedence.
  package var variableFiles: [String] = []
  /// The places that name them, where a file of settings does.
  package var variableFilePlaces: [String: Location] = [:]
  /// How those files are read; nil for as each looks.
  package var variableFileSyntax: DataSyntaxKind?
  package var environment: [String: String] = [:]
  /// What `env` of a variable that is not set stands for.
  package var unsetEnvironment = UnsetEnvironment.empty
  /// The variables that something beside the command line gives, where they have no value here.
  package var elsewhere = Elsewhere.none
  /// How much of the template is looked at.
  package var extent = Extent.whole
  /// `-only` and `-except` names.
  package var only: [String] = []
  package var except: [String] = []
  /// The clock of the run, where there is one: names of builders are rendered with it.
  package var clock: @Sendable (Hole) -> String? = { _ in nil }
  /// The directory that Packer would run in, for `{{pwd}}` and relative paths.
  package var workingDirectory: String

  package init(workingDirectory: String) { self.workingDirectory = workingDirectory }

  package enum Extent: Sendable, Hashable {
    case whole
    /// Its syntax and shape alone, as under `-syntax-only`: nothing is rendered, no build is made.
    case syntax
  }

  /// Which variables are given from elsewhere, so that they are unknown here and not empty.
  package enum Elsewhere: Sendable, Hashable {
    case none
    case some(Set<String>)
    case any

    /// Whether a variable is among them.
    package func gives(_ name: String) -> Bool {
      switch self {
      case .none: false
      case .some(let names): names.contains(name)
      case .any: true
      }
    }
  }

  package enum UnsetEnvironment: Sendable, Hashable {
    /// An empty text, as Packer takes it: the build runs here.
    case empty
    /// It cannot be told: the build may run where the variable is set.
    case unknown
  }
}
