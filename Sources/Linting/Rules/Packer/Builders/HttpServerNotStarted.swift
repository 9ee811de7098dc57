package import Diagnostics
import GoTemplate
package import Lint
import Packer
import Source

/// Reports boot commands that speak of the port of a server which is not started.
package struct HttpServerNotStarted: TemplateRule {
  package static let id: RuleID = "packer/http-server-not-started"

  /// What makes the server start: a folder, or, since Packer 1.7, written files.
  private static let causes = ["http_directory", "http_content"]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.builders {
      guard let type = component.type, let facts = template.catalog[.builder, type.value],
        facts.options["http_directory"] != nil,
        !Self.causes.contains(where: { component.options.named($0)?.value.isEmptyText == false })
      else { continue }
      for text in component.bootTexts(in: template.catalog) where GoTemplate.hasActions(text.bytes) {
        let parsed = GoTemplate(text)
        guard let field = parsed.fields.first(where: { $0.name == "HTTPPort" }) else { continue }
        findings.add(
          "nothing is served at `{{.HTTPPort}}`: the port is 0", at: parsed.location(of: field.range),
          help: "name the folder with the files as `http_directory`: the server starts for it alone")
        break
      }
    }
  }
}

extension TemplateValue {
  /// Whether it is an empty text, or nothing.
  fileprivate var isEmptyText: Bool { isNothing || text?.bytes.isEmpty == true }
}
