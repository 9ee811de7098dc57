import Lint

extension RuleRegistry {
  /// The checks of Chef provisioners and of the cookbooks that they run.
  static let chef: [any ProjectRule] = [
    BrokenCookbookSource(), CookbookAsPath(), HiddenCookbook(), HiddenFile(), IgnoredEnvironment(),
    InvalidMetadata(), MalformedData(), MalformedRunListItem(), MisnamedCookbook(), MisnamedObject(),
    NoCookbookPath(), UnknownCookbook(), UnknownEnvironment(), UnknownRecipe(), UnknownRole(),
    UnmetClientVersion(), UnmetDependency(),
    FailingRecipe(), MissingCookbookFile(), UnknownNotifiedAction(), UnknownNotifiedResource(),
    NilAttribute(), UnsetTemplateVariable(), UnknownName(), UnknownResource(), UnknownConstant(),
    UnknownProperty(), UnknownAction(), InvalidPropertyValue(), MissingProperty(), UnloadedCookbook(),
    UnknownDataBagItem(), ChangedRead(), NewerThanClient(),
    FloatingClientVersion(), LicenceNotAccepted(),
    RubySyntaxError(), TemplateSyntaxError(), MissingComma(), ConstantGuard(), GuardWithoutBlock(),
    WrongFileMode(), InvalidNotification(), InvalidChecksum(), ForcedExit(), LastingAttribute(),
    LeftBreakpoint(), NotifyingLog(), SearchWhileBaking(),
    UnknownPlatform(), TextVersionComparison(), EarlyRead(),
    RemovedConstant(), RemovedMethod(), RemovedProperty(), RemovedResource(),
    LeftStagingDirectory(), LeftTemporaryFile(), PackageWithoutUpdate(), PlainSecretInCookbook(),
    RebootWhileBaking(), ServiceStartedWhileBaking(),
  ]
}
