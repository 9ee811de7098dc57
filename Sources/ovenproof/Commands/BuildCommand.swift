import ArgumentParser
import Baking

/// `ovenproof build`: bakes a template, or rehearses it.
struct BuildCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Bake a template in ephemeral containers; --dry-run rehearses it.",
    discussion: """
      The template is linted first; a fault that would break the build stops it. A spec beside the template \
      (NAME.spec.yaml) is judged on the committed image before anything is saved or pushed.
      """)

  @OptionGroup var options: BakeCommandOptions
  @Flag(help: "Rehearse every step in the base image, and throw it away.") var dryRun = false

  @Flag(help: "Run the post-processors that failed in the last build again, on what that build made.")
  var resume = false

  func validate() throws {
    if resume, dryRun { throw ValidationError("`--resume` and `--dry-run` exclude each other") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    try await options.bake(in: workplace, judging: .whereFound) {
      $0.isDryRun = dryRun
      $0.isResumed = resume
    }
  }
}
