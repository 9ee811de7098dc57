import Lint

extension RuleRegistry {
  /// What becomes of the artifact.
  static let postProcessorRules: [any TemplateRule] = [
    FilelessArtifact(), IgnoredKeepInputArtifact(), LoneArtifice(), MisfitArtifact(), NamelessSave(),
    PushToLibrary(), PushWithoutTag(), TagWithoutRepository(), UnpushedTag(),
  ]
}
