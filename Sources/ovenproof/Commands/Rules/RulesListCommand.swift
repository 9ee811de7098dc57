import ArgumentParser
import DataSyntax
import Diagnostics
import RuleCatalog

/// `ovenproof rules list`: one line a rule, or all heads as JSON.
struct RulesListCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules with their severities and what they report.",
    discussion: "The options narrow the list; one that is given several times takes each of its values.")

  @Option(help: ArgumentHelp("Only rules of a family: the first part of their ids.", valueName: "family"))
  var family: [String] = []
  @Option(help: ArgumentHelp("Only rules with a tag.", valueName: "tag"))
  var tag: [String] = []
  @Option(help: ArgumentHelp("Only rules of a severity.", valueName: "severity"))
  var severity: [Severity] = []
  @Option(help: "text or json.") var format = RulesCommand.Format.text

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    try refuseUnknown(family, among: Set(RuleCatalog.pages.map(\.family)), "family")
    try refuseUnknown(tag, among: Set(RuleCatalog.pages.flatMap(\.tags)), "tag")
    let pages = RuleCatalog.pages.filter(isWanted)
    switch format {
    case .text: workplace.console.write(Self.text(of: pages))
    case .json: workplace.console.write(Self.json(of: pages).indented)
    }
    return .success
  }

  private func isWanted(_ page: RulePage) -> Bool {
    (family.isEmpty || family.contains(page.family))
      && (tag.isEmpty || page.tags.contains(where: tag.contains))
      && (severity.isEmpty || severity.contains(page.severity))
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

  private static func text(of pages: [RulePage]) -> String {
    let width = pages.map(\.id.name.utf8.count).max() ?? 0
    return pages.map { page in
      "\(page.id.name.padded(to: width))  \(page.severity.rawValue.padded(to: 7))  \(page.summary)\n"
    }.joined()
  }

  private static func json(of pages: [RulePage]) -> JSONText {
    .object([
      .init("schema", .string("ovenproof/rules/1")),
      .init(
        "rules",
        .array(
          pages.map { page in
            .object([
              .init("id", .string(page.id.name)), .init("severity", .string(page.severity.rawValue)),
              .init("since", .string(page.since)), .init("tags", .strings(page.tags)),
              .init("fixable", .bool(page.isFixable)), .init("summary", .string(page.summary)),
            ])
          })),
    ])
  }
}

extension String {
  /// The text with blanks at its end, to a width in bytes.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }
}
