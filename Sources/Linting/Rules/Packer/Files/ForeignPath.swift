package import Diagnostics
package import Lint
import Packer
package import Project
import Source

/// Reports paths that only one machine can have.
package struct ForeignPath: ProjectRule {
  package static let id: RuleID = "packer/foreign-path"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for reference in project.references {
      guard let written = reference.written, !reference.kind.isOftenElsewhere,
        Self.isForeign(reference, in: project), !isMade(reference),
        isWrittenOut(reference, in: project)
      else { continue }
      findings.add(
        "\(reference.kind.rawValue) `\(written)` is a place of one machine", at: reference.location,
        help: "put the file into the repository, and name it by a path that is relative to the build's folder"
      )
    }
  }

  /// Whether a path starts at the root of a machine, or at a drive, and leads out of the folders of the build.
  static func isForeign(_ reference: FileReference, in project: Project) -> Bool {
    guard let written = reference.written, let path = reference.path else { return false }
    // Where the template lies is no place of one machine.
    if FolderCall(of: reference, in: project) != nil { return false }
    let bytes = Array(written.utf8.prefix(3))
    if bytes.count == 3, bytes[1] == UInt8(ascii: ":"), bytes[2] == 0x5C || bytes[2] == 0x2F { return true }
    guard path.hasPrefix("/") else { return false }
    let own = [project.workingDirectory, folder(of: project.template.path)]
    return !own.contains { !$0.isEmpty && $0 != "/" && path.hasPrefix($0 + "/") }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Whether the template names the place itself, and no variable does.
  private func isWrittenOut(_ reference: FileReference, in project: Project) -> Bool {
    let range = reference.location.range
    guard let bytes = project.sources[reference.location.file]?.bytes, range.end <= bytes.count else {
      return false
    }
    return !bytes[range.indices].starts(with: "{{".utf8)
  }

  /// Whether the build makes the file by itself, or the path is computed by the run.
  private func isMade(_ reference: FileReference) -> Bool {
    switch reference.state {
    case .unknown, .later: true
    default: false
    }
  }
}
