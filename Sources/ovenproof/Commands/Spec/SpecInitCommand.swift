import ArgumentParser
import Drafting
import Expectation
import Image
import Source

/// `ovenproof spec init`: a first spec of what matters in an image.
struct SpecInitCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a spec of what matters in an image, for people to go on with.",
    discussion: """
      IMAGE is named as for `ovenproof verify`; it is read at rest. What changes with every build is left out, and so is what looks \
      like a secret. The spec holds of the image that it was made from.
      """)

  @Argument(help: "The image.") var image: String
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?
  @Option(help: ArgumentHelp("The most assertions that are made.", valueName: "number"))
  var budget = SpecProposal.defaultBudget
  @Flag(help: "Replace the file that is there.") var force = false
  @Flag(help: "Fetch the image from its registry where it is nowhere else.") var pull = false
  @OptionGroup var platform: PlatformOption
  @OptionGroup var consoleOptions: ConsoleOptions

  func validate() throws {
    if budget < 1 { throw ValidationError("`--budget` is a number from 1") }
  }

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let target = SpecOutput(path: output, replaces: force)
    try target.check(in: workplace)
    let found = try await workplace.foundImage(image, pulling: pull, for: platform.platform)
    let search = ImageSearch(found.view)
    var draft = try SpecProposal(of: search, budget: budget).draft()
    let failing = Self.failing(draft, in: search)
    draft.things.removeAll { failing.contains(Self.id($0.section, $0.name)) }
    guard draft.count > 0 else {
      throw CommandFault(
        .failure, "nothing of `\(image)` can be asserted",
        help: "it has no configuration and no layers above a base")
    }
    try target.write(OvenproofWriter(draft).text, in: workplace)
    if let output, !consoleOptions.quiet {
      workplace.console.say(
        "wrote \(output): \(Self.judged(draft, in: search).outcomes.count) assertions; `ovenproof verify \(image) --spec \(output)` judges by it"
      )
    }
    return .success
  }

  private static func id(_ section: String, _ name: String) -> String { section + ":" + name }

  /// The ids of things that do not hold as written, such as those whose names no spec can carry.
  private static func failing(_ draft: SpecDraft, in search: ImageSearch) -> Set<String> {
    let (spec, outcomes) = judged(draft, in: search)
    let passed = Set(outcomes.filter { $0.verdict == .passed }.map(\.id))
    return Set(
      spec.checks.filter { check in check.expectations.contains { !passed.contains($0.id) } }
        .map { id($0.resource, $0.name) })
  }

  /// The spec as it is written, and what becomes of it on the image.
  private static func judged(
    _ draft: SpecDraft, in search: ImageSearch
  ) -> (spec: OvenproofSpec, outcomes: [Outcome]) {
    let file = SourceFile(FileID("proposed.spec.yaml"), bytes: Array(OvenproofWriter(draft).text.utf8))
    let (spec, _) = SpecFile.read(file)
    return (spec, spec.outcomes(in: search, commands: [:]))
  }
}
