package import Diagnostics
import GoTemplate
package import Lint
import Packer
import Source

/// Reports scripts that one provisioner runs twice.
package struct RepeatedScript: TemplateRule {
  package static let id: RuleID = "packer/repeated-script"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    // What is chosen by a condition may come to the same on purpose.
    let rendered = Set(template.expressions.map(\.text.whole))
    for component in template.evaluation.builds.flatMap(\.components) {
      var first: [String: Location] = [:]
      for value in component.options.values("scripts") {
        guard let path = value.string, !path.isEmpty, !rendered.contains(value.location) else { continue }
        if let place = first[path] {
          findings.add(
            "`\(path)` is run twice by the same provisioner", at: value.location,
            help: "remove one of the two, or say why it must run again",
            labels: [Label("it runs here before", at: place)])
        } else {
          first[path] = value.location
        }
      }
    }
  }
}
