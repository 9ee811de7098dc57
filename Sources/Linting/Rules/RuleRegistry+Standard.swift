package import Lint

extension RuleRegistry {
  /// Every rule that comes with the product.
  package static let standard = RuleRegistry(
    fileRules: [DuplicateKey(), UnrenderedTemplate()],
    templateRules: [
      BrokenExpression(), DiscouragedOption(), DoubtfulConfiguration(), DuplicateBuildName(),
      ForeignComponent(),
      ExclusiveOptions(), FloatingBaseTag(),
      InvalidValue(), MisplacedFunction(), MissingOption(), NewerPackerNeeded(), NoArtifact(), NoBuilders(),
      PlainSecret(), RefusedPath(), EmptyPath(), RemovedOption(), UndecidedOption(), UndecidedVariable(),
      UndefinedVariable(),
      NewerComponent(), NewerFeature(), NewerOption(), UnknownBuildValue(),
      ObsoleteForm(),
      UndefinedVariableInVariable(), UnknownBuild(), UnknownComponentType(), UnknownField(),
      UnknownFunction(),
      UnknownOption(), UnknownRootKey(), UnknownSensitiveVariable(), UnmatchedSelection(), UnmetRequirement(),
      UnreadableVariableFile(), UnsetRequiredVariable(), UnusedVariable(), VariableCycle(), WrongArguments(),
      WrongType(),
    ] + postProcessorRules + structureRules + effectRules
      + securityRules + imageRules,
    projectRules: [
      MissingFile(), WrongKindOfPath(), AbsentDestinationFolder(), BinaryScript(), EmptyScript(),
      FileMadeLater(), ForeignPath(),
      LastingPassword(),
      OtherWorkingDirectory(), RootOwnedDestination(), UnexpandedHome(),
    ] + shell + chef + orderRules,
    planRules: [SudoInContainer()], specRules: specRules, predictionRules: predictionRules)
}
