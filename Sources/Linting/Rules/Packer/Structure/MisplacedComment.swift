package import Diagnostics
package import Lint
import Packer
import Source

/// Reports comment keys inside of components, where Packer takes them for options.
package struct MisplacedComment: TemplateRule {
  package static let id: RuleID = "packer/misplaced-comment"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .unknownOption(let name, _) = fault.problem, Self.isComment(name) else { continue }
      findings.add(
        "`\(name)` is no comment here: \(fault.subject) refuses it as an option", at: fault.location,
        help: "move it to the root and begin its key with `_`; in YAML write a line with `#`")
    }
  }

  /// Whether a key is written as a comment; this rule reports it then, and not `packer/unknown-option`.
  static func isComment(_ name: String) -> Bool {
    let words = ["comment", "comments", "$comment", "note", "notes", "#"]
    return name.hasPrefix("_") || name.hasPrefix("//") || name.hasPrefix("# ")
      || words.contains(name.lowercased())
  }
}
