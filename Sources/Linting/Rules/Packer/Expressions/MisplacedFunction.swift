package import Diagnostics
package import Lint
import Packer

/// Reports calls of functions that are known, but not in this place.
package struct MisplacedFunction: TemplateRule {
  package static let id: RuleID = "packer/misplaced-function"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults {
      switch fault.problem {
      case .functionNotAllowed(let name, let allowed):
        findings.add(
          "function `\(name)` cannot be called here", at: fault.location, help: "it works in \(allowed)")
      case .buildValueInBuilder(let key):
        findings.add(
          "build value `\(key)` does not exist yet in a builder", at: fault.location,
          help: "use it in provisioners and post-processors, which run after the builder has started")
      default: break
      }
    }
  }
}
