package import Diagnostics
package import Lint
import Packer

/// Reports paths at which Packer, when it validates, does not find what it wants.
package struct RefusedPath: TemplateRule {
  package static let id: RuleID = "packer/refused-path"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for fault in template.componentFaults {
      guard case .path(let option, let path, let state) = fault.problem, !path.isEmpty else { continue }
      let (words, help) = wording(of: state)
      findings.add(
        "`\(path)` of `\(option)` in \(fault.subject) \(words)", at: fault.location,
        help: fault.because ?? help, labels: fault.labels)
    }
  }

  private func wording(of state: ComponentFault.PathState) -> (words: String, help: String) {
    switch state {
    case .absent:
      ("does not exist", "make it before, or mend the path: it is taken from the folder of the run")
    case .present:
      ("is there already", "remove it, or name another: nothing may stand there before the build")
    case .folder: ("is a folder", "name a file")
    case .file: ("is a file", "name a folder")
    case .unusable(let reason): (reason, "check what stands there")
    }
  }
}
