package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports scripts that do nothing.
package struct EmptyScript: ProjectRule {
  package static let id: RuleID = "packer/empty-script"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for script in project.scripts {
      guard let path = script.path, let file = project.sources[FileID(path)], isEmpty(file.bytes) else {
        continue
      }
      findings.add(
        "script `\(path)` is empty", at: script.location,
        help: "fill it, or take it out: a copy that went wrong looks like this too")
    }
  }

  /// Whether there is not even a comment, the first line aside.
  private func isEmpty(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: "#!".utf8) ? bytes.drop { $0 != 0x0A } : bytes[...]
    return body.allSatisfy { $0 <= 0x20 }
  }
}
