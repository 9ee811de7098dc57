import DataSyntax
package import Diagnostics
package import Lint
import Packer
import Source

/// Reports empty items in lists of paths, which Packer refuses.
package struct EmptyPath: TemplateRule {
  package static let id: RuleID = "packer/empty-path"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .path(let option, path: "", .absent) = fault.problem else { continue }
      findings.add(
        "an item of `\(option)` in \(fault.subject) is empty", at: fault.location,
        // A variable may get its value where the template is built.
        atMost: template.template.isWrittenOut(at: fault.location) ? .error : .warning,
        help: "name a file, or take it out: Packer looks for a file without a name, and finds none")
    }
  }
}

extension PackerTemplate {
  /// Whether no expression stands at a place.
  fileprivate func isWrittenOut(at place: Location) -> Bool {
    guard place.file == file, place.range.end <= tree.text.bytes.count else { return true }
    return !Array(tree.text.bytes[place.range.indices]).mentions("{{")
  }
}
