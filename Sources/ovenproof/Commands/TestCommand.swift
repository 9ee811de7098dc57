import ArgumentParser
import Baking

/// `ovenproof test`: lint, build, verify and report; the one command of a CI job.
struct TestCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Lint, build, verify and report; the exit code is the verdict.",
    discussion: """
      Nothing is pushed unless --publish is given, and then only what its spec has accepted. The spec is NAME.spec.yaml \
      beside the template, or --spec.
      """)

  @OptionGroup var options: BakeCommandOptions
  @Flag(help: "Let docker-push run once the image has met its spec.") var publish = false

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    try await options.bake(in: workplace, judging: .required) { $0.publishes = publish }
  }
}
