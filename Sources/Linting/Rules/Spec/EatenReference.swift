package import Diagnostics
import DataSyntax
import Expectation
package import Lint

/// Reports what container-structure-test takes for variables of the image in the words of a command or a path.
package struct EatenReference: SpecRule {
  package static let id: RuleID = "spec/eaten-reference"

  package init() {}

  package func check(_ spec: LintedSpec, _ findings: inout Findings) {
    guard spec.dialect == .cst else { return }
    for claim in spec.claims
    where claim.subject.section == "commands" && ["command", "args"].contains(claim.word) {
      for node in claim.value.items.isEmpty ? [claim.value] : claim.value.items {
        guard let text = node.string, let name = Self.reference(in: text) else { continue }
        findings.add(
          "container-structure-test replaces `\(name)` before the command runs", at: node.written,
          help: "no backslash protects it: let a script of the image read the variable")
      }
    }
  }

  /// The first reference that is no variable of images by custom: what stands behind a `$`.
  private static func reference(in text: String) -> String? {
    guard let dollar = text.firstIndex(of: "$") else { return nil }
    let rest = text[text.index(after: dollar)...]
    if rest.hasPrefix("{") { return "$" + rest.prefix { $0 != "}" } + "}" }
    if rest.hasPrefix("(") { return nil }
    let name = rest.prefix { $0.isLetter || $0 == "_" || $0.isNumber }
    return name.isEmpty ? (rest.isEmpty ? nil : "$" + rest.prefix(1)) : "$" + name
  }
}
