import ArgumentParser
import DataSyntax
import Diagnostics
import Lint
import RuleCatalog

/// `ovenproof rules list`: one line a rule, or all heads as JSON.
struct RulesListCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List the rules with their severities and what they report; those that the configuration defines too.",
    discussion: "The options narrow the list; one that is given several times takes each of its values.")

  @Option(help: ArgumentHelp("Only rules of a family: the first part of their ids.", valueName: "family"))
  var family: [String] = []
  @Option(help: ArgumentHelp("Only rules with a tag.", valueName: "tag"))
  var tag: [String] = []
  @Option(help: ArgumentHelp("Only rules of a severity.", valueName: "severity"))
  var severity: [Severity] = []
  @Option(help: "text or json.") var format = RulesCommand.Format.text

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    let own = SettingsListing.ownRules(for: ".", in: workplace.disk).map(ListedRule.init)
    let rules = RuleCatalog.pages.map(ListedRule.init) + own.sorted { $0.id < $1.id }
    try refuseUnknown(family, among: Set(rules.map(\.family)), "family")
    try refuseUnknown(tag, among: Set(rules.flatMap(\.tags)), "tag")
    let wanted = rules.filter(isWanted)
    switch format {
    case .text: try workplace.console.write(Self.text(of: wanted))
    case .json: try workplace.console.write(Self.json(of: wanted).indented)
    }
    return .success
  }

  private func isWanted(_ rule: ListedRule) -> Bool {
    (family.isEmpty || family.contains(rule.family))
      && (tag.isEmpty || rule.tags.contains(where: tag.contains))
      && (severity.isEmpty || severity.contains(rule.severity))
  }

  /// A list that is empty for a misspelt word would read as an answer.
  private func refuseUnknown(_ words: [String], among known: Set<String>, _ what: String) throws(CommandFault)
  {
    for word in words where !known.contains(word) {
      let near = Suggestion.nearest(to: word, among: known).map { "did you mean `\($0)`? " } ?? ""
      throw CommandFault(
        .usage, "no rule has the \(what) `\(word)`",
        help: near + "there are \(known.sorted().joined(separator: ", "))")
    }
  }

  private static func text(of rules: [ListedRule]) -> String {
    let width = rules.map(\.id.name.utf8.count).max() ?? 0
    return rules.map { rule in
      "\(rule.id.name.padded(to: width))  \(rule.severity.rawValue.padded(to: 7))  \(rule.summary)\n"
    }.joined()
  }

  private static func json(of rules: [ListedRule]) -> JSONText {
    .object([
      .init("schema", .string("ovenproof/rules/1")),
      .init(
        "rules",
        .array(
          rules.map { rule in
            .object([
              .init("id", .string(rule.id.name)), .init("severity", .string(rule.severity.rawValue)),
              .init("since", .string(rule.since)), .init("tags", .strings(rule.tags)),
              .init("fixable", .bool(rule.isFixable)), .init("summary", .string(rule.summary)),
            ])
          })),
    ])
  }
}

extension String {
  /// The text with blanks at its end, to a width in bytes.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
