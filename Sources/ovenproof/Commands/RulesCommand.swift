import ArgumentParser
import DataSyntax
import Diagnostics
import RuleCatalog

/// `ovenproof rules`: what lint knows.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, or explain one.", subcommands: [List.self, Explain.self],
    defaultSubcommand: List.self)

  /// Prints one line a rule, or all heads as JSON.
  struct List: OvenproofVerb {
    static let configuration = CommandConfiguration(abstract: "List every rule with its severity and what it reports.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json.") var format = Format.text

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      switch format {
      case .text: workplace.console.write(text)
      case .json: workplace.console.write(json.indented)
      }
      return .success
    }

    private var text: String {
      let width = RuleCatalog.pages.map(\.id.name.utf8.count).max() ?? 0
      return RuleCatalog.pages.map { page in
        let id = page.id.name.padded(to: width)
        return "\(id)  \(page.severity.rawValue.padded(to: 7))  \(page.summary)\n"
      }.joined()
    }

    private var json: JSONText {
      .object([
        .init("schema", .string("ovenproof/rules/1")),
        .init(
          "rules",
          .array(
            RuleCatalog.pages.map { page in
              .object([
                .init("id", .string(page.id.name)), .init("severity", .string(page.severity.rawValue)),
                .init("since", .string(page.since)), .init("tags", .strings(page.tags)),
                .init("summary", .string(page.summary)),
              ])
            })),
      ])
    }
  }

  /// Prints a rule's page.
  struct Explain: OvenproofVerb {
    static let configuration = CommandConfiguration(abstract: "Print the page of a rule.")

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "family/fault")) var id: String

    func perform(in workplace: Workplace) async throws -> ExitStatus {
      guard let page = RuleCatalog.page(RuleID(id)) ?? namedAlone else {
        let near = RuleCatalog.nearest(to: id).map { "did you mean `\($0)`? " } ?? ""
        throw CommandFault(
          .usage, "there is no rule `\(id)`", help: "\(near)`ovenproof rules list` shows all of them")
      }
      workplace.console.write(page.explanation + "\n")
      return .success
    }

    /// The page whose fault has the name, where only one family has it.
    private var namedAlone: RulePage? {
      let pages = RuleCatalog.pages.filter { $0.title == id }
      return pages.count == 1 ? pages.first : nil
    }
  }
}

extension String {
  /// The text with blanks at its end, to a width in bytes.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
