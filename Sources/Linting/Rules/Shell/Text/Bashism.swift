package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports what only bash understands in scripts that a plain shell reads.
package struct Bashism: ProjectRule {
  package static let id: RuleID = "shell/bashism"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where run.dialect == .posix {
      let found = bashisms(in: run.script.script)
      guard !found.isEmpty, !run.isShellRich else { continue }
      let reason = reason(run)
      for (what, place) in found {
        findings.add(
          "\(what) is not in the language of `sh`", at: place,
          help: "\(reason); name bash there, or write it as POSIX does", chain: run.chain)
      }
    }
  }

  private func reason(_ run: ScriptRun) -> String {
    if run.call.interpreter != nil { return "`execute_command` gives the script to `sh`" }
    if run.script.path == nil {
      return "`inline` is read by `/bin/sh` unless `inline_shebang` says otherwise"
    }
    return run.script.script.shebang == nil
      ? "without `#!` a plain shell reads it" : "its first line names `sh`"
  }

  private func bashisms(in script: ShellScript) -> [(String, Location)] {
    let parts = script.parts
    var found: [(String, Location)] = []
    for command in parts.commands {
      if case .conditional(let words) = command.body {
        let start = command.location.range.start
        let place = Location(
          command.location.file, ByteRange(start, min(start + 2, command.location.range.end)))
        found.append(("`[[`", words.isEmpty ? command.location : place))
      }
      for redirection in command.redirections where ["<<<", "&>", "&>>"].contains(redirection.mark) {
        found.append(("`\(redirection.mark)`", redirection.location))
      }
    }
    for assignment in parts.assignments where assignment.values.count > 1 {
      found.append(("an array", assignment.location))
    }
    for word in parts.words where word.parts.contains(where: isProcess) {
      found.append(("`<(…)`", word.location))
    }
    for call in script.calls {
      if let what = bashism(call) { found.append((what, call.name.location)) }
    }
    return found
  }

  private func isProcess(_ part: ShellWord.Part) -> Bool { if case .process = part { true } else { false } }

  private func bashism(_ call: ShellCall) -> String? {
    guard call.wrappers.isEmpty else { return nil }
    switch call.name.value {
    case "source", "declare", "typeset", "shopt", "pushd", "popd", "mapfile", "readarray", "let":
      return "`\(call.name.value)`"
    case "set" where call.words.contains("pipefail"): return "`set -o pipefail`"
    case "[" where call.words.contains("=="), "test" where call.words.contains("=="):
      return "`==` in `\(call.name.value)`"
    default: return nil
    }
  }
}

extension ScriptRun {
  /// Whether `sh` of the system is known to understand what bash has added: on systems where it is bash or busybox.
  var isShellRich: Bool {
    let words = [
      "image", "iso_url", "guest_os_type", "source_image_family", "source_image", "vm_name", "source_path",
    ]
    .compactMap { build.builder.options.string($0)?.lowercased() }
    let systems = [
      "alpine", "busybox", "centos", "fedora", "rhel", "redhat", "rocky", "alma", "amazonlinux",
      "oraclelinux",
      "ubi8", "ubi9", "ubi7", "opensuse", "suse", "arch", "scientific",
    ]
    return (words + [build.name.lowercased()]).contains { word in systems.contains { word.contains($0) } }
  }
}
