package import Diagnostics
package import Lint
import Packer
import Source

/// Reports YAML that is a template for ERB and makes a Packer template only when it is rendered.
package struct UnrenderedTemplate: FileRule {
  package static let id: RuleID = "packer/unrendered-template"

  package init() {}

  package func check(_ file: LintedFile, _ findings: inout Findings) {
    guard file.role == .template, let code = EmbeddedCode.first(in: file.source) else { return }
    let path = file.source.id.path
    findings.add(
      "this is a template for ERB: what Packer gets is known once it is rendered", at: code,
      help: "check the rendered text: `erb \(path) | ovenproof lint - --stdin-filename \(path)`")
  }
}
