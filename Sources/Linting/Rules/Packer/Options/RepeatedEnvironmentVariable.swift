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
      var first: [String: (index: Int, place: Location)] = [:]
      for (index, item) in list.items.enumerated() {
        guard let text = item.text?.string, let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
          continue
        }
        let name = String(text[..<mark])
        if name.contains("{{") { continue }
        if let before = first[name] {
          findings.add(
            "`environment_vars` sets `\(name)` twice", at: item.contentLocation,
            help: "remove the first of the two: the last one counts",
            labels: [Label("it is set here before", at: before.place)],
            fix: template.template.removal(ofItem: before.index, from: list).map { Fix(.safe, edits: $0) })
        }
        first[name] = (index, item.contentLocation)
      }
    }
  }
}
