package import Diagnostics
package import Lint
import Packer
import Source

/// Reports root keys that Packer accepts and does not use.
package struct IgnoredRootKey: TemplateRule {
  package static let id: RuleID = "packer/ignored-root-key"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for entry in template.template.ignoredRootEntries {
      let name = entry.name.value
      let isPush = name.lowercased() == "push"
      findings.add(
        "Packer ignores root key `\(name)`", at: entry.keyLocation,
        help: isPush
          ? "remove it: `packer push` is gone since 1.4.0"
          : "begin it with `_` and make it a text to keep it as a comment",
        fix: isPush ? template.template.removal(of: entry).map { Fix(.safe, edits: $0) } : nil)
    }
  }
}
