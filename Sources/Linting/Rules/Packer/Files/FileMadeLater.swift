package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports files that only an earlier step of the build makes, which Packer does not wait for.
package struct FileMadeLater: ProjectRule {
  package static let id: RuleID = "packer/file-made-later"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for reference in project.references {
      guard case .later(let maker) = reference.state else { continue }
      let isFile = reference.owner.type == "file"
      findings.add(
        "\(reference.kind.rawValue) `\(reference.written ?? "")` is not there yet: \(maker.text) may make it",
        at: reference.location,
        help: isFile
          ? "set `generated` to `true`: Packer looks for it before it builds, and refuses the template"
          : "make it before the build: Packer looks for it then, and refuses the template",
        labels: maker.location.map { [Label("it may come from here", at: $0)] } ?? [])
    }
  }
}
