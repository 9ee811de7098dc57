package import Diagnostics
package import Lint
import Packer

/// Reports options that Packer accepts and that do nothing, or not what they seem to do.
package struct DoubtfulConfiguration: TemplateRule {
  package static let id: RuleID = "packer/doubtful-configuration"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      // What is downloaded unchecked has a rule of its own.
      guard case .doubtful(let names) = fault.problem, names != ["iso_checksum"],
        // What `packer fix` takes away is told with its fix.
        template.rewrite(at: fault.location) == nil
      else { continue }
      findings.add(
        "\(fault.subject): \(fault.because ?? "\(Wording.list(names)) may not do what it seems to")",
        at: fault.location, help: "look at \(Wording.list(names)); Packer builds it all the same",
        labels: fault.labels)
    }
  }
}
