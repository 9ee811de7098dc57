import Lint

extension RuleRegistry {
  /// What becomes of the artifact.
  static let postProcessorRules: [any TemplateRule] = [
    FilelessArtifact(), IgnoredKeepInputArtifact(), InvalidCompressionLevel(), LoneArtifice(),
    MisfitArtifact(), NamelessSave(),
    PushToLibrary(), PushWithoutTag(), TagWithoutRepository(), UnknownProvider(), UnpushedTag(),
  ]

  /// Which build runs what, and which Packer.
  static let structureRules: [any TemplateRule] = [
    IgnoredRootKey(), IgnoredSelection(), LowMinimumVersion(), MisplacedComment(), StepOfNoBuild(),
    PartialOverride(), UselessOverride(),
  ]

  /// What is written and has no effect.
  static let effectRules: [any TemplateRule] = [
    AlteredNumber(), ForeignExpression(), HomeOfOtherBuild(), IdleCommunicatorOption(), IgnoredTimeout(),
    LostEnvironment(), MisshapenCommand(),
    RepeatedEnvironmentVariable(), UnitlessDuration(), UnknownBootKey(), HeldKey(), HttpServerNotStarted(),
    UnknownRegion(), UnmatchedBuildCondition(), WindowsStepInContainer(), WrongTimeLayout(),
  ]

  /// What comes too early or too late, and what differs between builders.
  static let orderRules: [any ProjectRule] = [
    InitInContainer(), LateUpload(), NameForBuilderType(), RemovedBeforeUse(), RemovedPackageLists(),
  ]
}
