import ArgumentParser
import RuleCatalog

/// `ovenproof rules index`: the page that lists all pages, as it stands in `rules/README.md`.
struct RulesIndexCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Print an index of the rules in Markdown.", shouldDisplay: false)

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    try workplace.console.write(RuleIndex.markdown)
    return .success
  }
}
