package import Diagnostics
package import Lint
import Packer
import Source

/// Reports a file that is a template for ERB or Jinja and makes a Packer template only when it is rendered.
package struct UnrenderedTemplate: FileRule {
  package static let id: RuleID = "packer/unrendered-template"

  package init() {}

  package func check(_ file: LintedFile, _ findings: inout Findings) {
    guard file.role == .template, let code = EmbeddedCode.first(in: file.source) else { return }
    let path = file.source.id.path
    findings.add(
      "this is a template for \(code.language.rawValue): what Packer gets is known once it is rendered",
      at: code.location,
      help:
        "check the rendered text: `\(Self.command(code.language)) \(path) | ovenproof lint - --stdin-filename \(path)`"
    )
  }

  /// What renders a file of a language at the command line.
  private static func command(_ language: EmbeddedCode.Language) -> String {
    switch language {
    case .erb: "erb"
    case .jinja: "jinja2"
    }
  }
}
