import ArgumentParser
import Diagnostics
import Lint
import RuleCatalog

/// `ovenproof rules explain`: a rule's page.
struct RulesExplainCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print the page of a rule: what it reports, why, examples, sources.")

  @Argument(
    help: ArgumentHelp(
      "The rule's id; where no other family has it, the fault's name is enough.", valueName: "family/fault"))
  var id: String

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    if let own = SettingsListing.ownRules(for: ".", in: workplace.disk).first(where: { $0.means(id) }) {
      try workplace.console.write(own.explanation)
      return .success
    }
    if let page = RuleCatalog.page(formerly: RuleID(id)) {
      workplace.console.note("`\(id)` is called `\(page.id)` now")
      try workplace.console.write(page.explanation + "\n")
      return .success
    }
    guard let page = RuleCatalog.page(RuleID(id)) ?? namedAlone else {
      let namesakes = RuleCatalog.pages.filter { $0.title == id }.map { "`\($0.id)`" }
      if namesakes.count > 1, let last = namesakes.last {
        throw CommandFault(
          .usage, "`\(id)` is the name of several rules",
          help: "name one of \(namesakes.dropLast().joined(separator: ", ")) and \(last)")
      }
      let near = RuleCatalog.nearest(to: id).map { "did you mean `\($0)`? " } ?? ""
      throw CommandFault(
        .usage, "there is no rule `\(id)`", help: "\(near)`ovenproof rules list` shows all of them")
    }
    try workplace.console.write(page.explanation + "\n")
    return .success
  }

  /// The page whose fault has the name, where only one family has it.
  private var namedAlone: RulePage? {
    let pages = RuleCatalog.pages.filter { $0.title == id }
    return pages.count == 1 ? pages.first : nil
  }
}
