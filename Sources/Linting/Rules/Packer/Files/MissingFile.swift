package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports files and folders that a component names and that are not there.
package struct MissingFile: ProjectRule {
  package static let id: RuleID = "packer/missing-file"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for reference in project.references {
      let written = reference.written ?? ""
      let what = "\(reference.kind.rawValue) `\(written)`"
      switch reference.state {
      // Other rules tell of these.
      case .absent where written.hasPrefix("~") || ForeignPath.isForeign(reference, in: project): continue
      case .absent(let near):
        findings.add(
          "\(what) does not exist", at: reference.location,
          // Packer serves an absent folder as an empty one.
          atMost: reference.option.value == "http_directory" ? .warning : .error,
          help: near.map { advice(written, near: $0) }
            ?? "check the path; it is taken from the folder in which the build is started")
      case .unreadable(let reason):
        findings.add(
          "\(what) cannot be read: \(reason)", at: reference.location, help: "check what stands there")
      default: break
      }
    }
  }

  private func advice(_ written: String, near: String) -> String {
    if near.hasSuffix("/" + written) || written.hasPrefix("../") && near.hasSuffix(written.dropFirst(2)) {
      let folder = near.dropLast(written.utf8.count + 1)
      return "`\(near)` is there: start the build in `\(folder)`, or write `{{template_dir}}` in front"
    }
    if near.lowercased() == written.lowercased() {
      return "did you mean `\(near)`? Upper and lower case count on Linux"
    }
    return "did you mean `\(near)`?"
  }
}
