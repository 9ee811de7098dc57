package import Diagnostics
package import Lint
import DataSyntax
import Source

/// Reports keys that stand twice in one mapping of a template.
package struct DuplicateKey: FileRule {
  package static let id: RuleID = "data/duplicate-key"

  package init() {}

  package func check(_ file: LintedFile, _ findings: inout Findings) {
    guard file.role == .template else { return }
    guard let tree = file.tree else { return }
    for (first, again) in tree.duplicateKeys {
      findings.add(
        "key `\(again.string ?? "")` stands here a second time", at: again.location,
        help: "keep one of them: the last one counts, and Packer refuses a template with both",
        labels: [Label("the first stands here", at: first.location)],
        fix: tree.removal(ofEntry: first).map { Fix(.unsafe, edits: $0) })
    }
  }
}
