package import Diagnostics
package import Lint
import Packer

/// Reports a template without a builder.
package struct NoBuilders: TemplateRule {
  package static let id: RuleID = "packer/no-builders"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.evaluation.faults where fault.problem == .noBuilders {
      findings.add(
        "the template has no builder", at: fault.location,
        help: "add one to `builders`: without it there is nothing to build")
    }
  }
}
