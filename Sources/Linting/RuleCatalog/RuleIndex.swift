import Diagnostics

/// The page that lists all pages: `rules/README.md`.
package enum RuleIndex {
  /// The index in Markdown, a table a family.
  package static var markdown: String {
    let families = Dictionary(grouping: RuleCatalog.pages, by: \.family).sorted { $0.key < $1.key }
    return """
      # Rules

      The \(RuleCatalog.pages.count) rules of Ovenproof. Each page says what the rule reports and why, with examples that its test runs;
      `ovenproof rules explain RULE` prints it, `ovenproof rules list` filters by family, tag and severity.

      <!-- Made by `make rules-index` from the heads of the pages; not to be edited by hand. -->

      """ + families.map { section(of: $0.key, $0.value) }.joined()
  }

  private static func section(of family: String, _ pages: [RulePage]) -> String {
    "\n## \(family)\n\n| rule | severity | | reports |\n|---|---|---|---|\n" + pages.map(row(of:)).joined()
  }

  private static func row(of page: RulePage) -> String {
    let summary = page.summary.split(separator: "|", omittingEmptySubsequences: false).joined(
      separator: "\\|")
    let fix = page.isFixable ? "fix" : ""
    return "| [\(page.title)](\(page.id).md) | \(page.severity.rawValue) | \(fix) | \(summary) |\n"
  }
}
