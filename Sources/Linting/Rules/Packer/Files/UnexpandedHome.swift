package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports `~` in paths where nobody puts the home folder in its place.
package struct UnexpandedHome: ProjectRule {
  package static let id: RuleID = "packer/unexpanded-home"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for upload in Upload.all(in: project) where upload.build.builder.type.value == "docker" {
      guard isHome(upload.path) else { continue }
      findings.add(
        "`~` is no home folder here: the engine takes the path as it is written",
        at: upload.destination.location,
        help: "write the path out, such as `/root/`")
    }
    for reference in project.references {
      guard case .absent = reference.state, let written = reference.written, isHome(written) else { continue }
      // What a provisioner or a post-processor names, Packer looks for when it validates.
      let isRefused = reference.owner.kind != .builder
      findings.add(
        "`~` is no home folder here: \(reference.owner.kind.words) `\(reference.owner.type)` takes the path as it is",
        at: reference.location, help: "read `HOME` into a variable with `env`, and write `{{user `home`}}/…`",
        severity: isRefused ? .error : nil)
    }
  }

  private func isHome(_ path: String) -> Bool { path == "~" || path.hasPrefix("~/") }
}
