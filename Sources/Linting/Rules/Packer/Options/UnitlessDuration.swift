package import Diagnostics
package import Lint
import Packer
import Source

/// Reports durations that are written as plain numbers: Packer counts nanoseconds.
package struct UnitlessDuration: TemplateRule {
  package static let id: RuleID = "packer/unitless-duration"

  /// Numbers from here on are written by somebody who counts in nanoseconds: a millisecond.
  private static let deliberate = 1e6

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.components where component.kind == .provisioner {
      for key in ["pause_before", "timeout"] {
        if let entry = component.core(key) { check(entry, in: template.template, &findings) }
      }
    }
    template.eachKnownOption { entry, option in
      if option.type == .duration { check(entry, in: template.template, &findings) }
    }
  }

  private func check(_ entry: TemplateEntry, in template: PackerTemplate, _ findings: inout Findings) {
    guard entry.value.kind == .number, let written = entry.value.scalar?.string,
      let number = Double(written), number != 0, abs(number) < Self.deliberate
    else { return }
    findings.add(
      "`\(entry.word)` of `\(written)` is \(written) nanoseconds", at: entry.value.location,
      help: "write a text with a unit, such as `\"\(written)s\"`",
      fix: template.durationInSeconds(at: entry.value.location).map { Fix(.unsafe, edits: $0) })
  }
}
