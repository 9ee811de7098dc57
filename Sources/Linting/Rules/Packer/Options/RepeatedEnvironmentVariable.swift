package import Diagnostics
package import Lint
import Packer
import Source

/// Reports a variable that `environment_vars` sets twice.
package struct RepeatedEnvironmentVariable: TemplateRule {
  package static let id: RuleID = "packer/repeated-environment-variable"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.components {
      guard let list = component.options.named("environment_vars")?.value, list.kind == .list else {
        continue
      }
      var first: [String: Location] = [:]
      for item in list.items {
        guard let text = item.text?.string, let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
          continue
        }
        let name = String(text[..<mark])
        if name.contains("{{") { continue }
        if let place = first[name] {
          findings.add(
            "`environment_vars` sets `\(name)` twice", at: item.contentLocation,
            help: "remove one of the two",
            labels: [Label("it is set here before", at: place)])
        } else {
          first[name] = item.contentLocation
        }
      }
    }
  }
}
