import Lint

extension RuleRegistry {
  /// The checks of shell scripts.
  static let shell: [any ProjectRule] = [
    Bashism(), ByteOrderMark(), CarriageReturn(), CurlyQuotes(), DownloadIntoShell(), FailingLastTest(),
    HiddenPipeFailure(), IgnoredShebang(), InstallWithoutUpdate(), InteractiveInstall(), MissingSibling(),
    NoShebang(), NonBreakingSpace(), SecretArgument(), SpaceAfterBackslash(), SyntaxError(),
    UnansweredPrompt(),
    UncheckedOrigin(), UnexpectedReboot(), UnguardedRemoval(), UnknownInterpreter(), UnnoticedHttpError(),
    UnsetVariable(), UnspacedBracket(), WaitingRead(),
  ]
}
