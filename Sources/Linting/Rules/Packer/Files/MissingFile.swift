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
      let shown = FolderCall(of: reference, in: project)?.path ?? written
      let what = "\(reference.kind.rawValue) `\(shown)`"
      switch reference.state {
      // Other rules tell of these.
      case .absent where written.hasPrefix("~") || ForeignPath.isForeign(reference, in: project): continue
      // An earlier build of somebody's own makes it there.
      case .absent where reference.kind == .machineImage && written.hasPrefix("output"): continue
      case .absent where project.isIgnored(reference):
        findings.add(
          "\(what) does not exist, and git is told to leave it out", at: reference.location, atMost: .warning,
          help: "whatever makes it must have run before the build")
      case .absent(let near):
        findings.add(
          "\(what) does not exist", at: reference.location,
          // Packer serves an absent folder as an empty one.
          atMost: reference.option.value == "http_directory" || reference.kind.isOftenElsewhere
            ? .warning : .error,
          help: slashAdvice(reference, in: project) ?? near.map { advice(written, near: $0) }
            ?? "check the path; it is taken from the folder in which the build is started")
      case .unreadable(let reason):
        findings.add(
          "\(what) cannot be read: \(reason)", at: reference.location, help: "check what stands there")
      case .unusable(let problem):
        // What newer releases take for a certificate or an account is not known.
        let isSure = reference.kind == .privateKey || reference.kind == .path
        findings.add(
          "\(what) \(problem)", at: reference.location, atMost: isSure ? .error : .warning,
          help: advice(onUnusable: reference.kind))
      default: break
      }
    }
  }

  /// What is wrong behind a function that gives a folder: its value ends without a slash.
  private func slashAdvice(_ reference: FileReference, in project: Project) -> String? {
    guard let call = FolderCall(of: reference, in: project) else { return nil }
    switch call.following {
    case UInt8(ascii: "/"), nil: return nil
    case UInt8(ascii: "}"): return "remove the third brace behind `\(call.text)`"
    default: return "write a slash behind `\(call.text)`: `\(call.text)/…`"
    }
  }

  private func advice(onUnusable kind: FileReference.Kind) -> String {
    switch kind {
    case .privateKey: "name the private key itself, without a passphrase"
    case .path: "close the bracket; one that belongs to the name is written `\\[`"
    default: "check what stands there"
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
