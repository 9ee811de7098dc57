package import Diagnostics
package import Lint
import Packer
import Source

/// Reports keys of the root that Packer does not know.
package struct UnknownRootKey: TemplateRule {
  package static let id: RuleID = "packer/unknown-root-key"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for entry in template.template.unknownRootEntries {
      let name = entry.name.value
      let near = Suggestion.nearest(to: name, among: PackerTemplate.rootKeys).map { [$0] } ?? []
      findings.add(
        "a template has no root key `\(name)`", at: entry.keyLocation,
        help: Wording.meant(near) ?? "remove it, or begin it with `_` to keep it as a comment",
        fix: Wording.renaming(entry.name.location, to: near))
    }
  }
}
