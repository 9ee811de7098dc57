package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports `rm -r` below a variable that may be empty.
package struct UnguardedRemoval: ProjectRule {
  package static let id: RuleID = "shell/unguarded-removal"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where run.isEnvironmentKnown {
      let script = run.script.script
      let given = run.environment.union(script.parts.assignments.filter(hasValue).map(\.name.value)).union(
        ["HOME", "PWD", "TMPDIR", "PACKER_BUILD_NAME"])
      let isStrict = script.calls.contains { call in
        call.name.value == "set" && (call.has("--nounset", or: "u") || call.words.contains("nounset"))
      }
      if isStrict { continue }
      for call in script.calls
      where call.program == "rm" && (call.has("--recursive", or: "r") || call.has("-R", or: "R")) {
        for word in call.arguments {
          guard case .parameter(let parameter, _)? = word.parts.first, !parameter.hasDefault,
            parameter.operation.isEmpty, !given.contains(parameter.name), Int(parameter.name) == nil,
            isRootThen(word)
          else { continue }
          findings.add(
            "where `\(parameter.name)` is empty, this removes from `/`", at: word.location,
            help: "write `${\(parameter.name):?}`: the script then stops instead", chain: run.chain)
        }
      }
    }
  }

  private func hasValue(_ assignment: ShellAssignment) -> Bool {
    guard let value = assignment.values.first else { return false }
    return value.text?.isEmpty != true
  }

  /// Whether, without its first part, the word is `/`, or everything in `/` or in a folder of the system.
  private func isRootThen(_ word: ShellWord) -> Bool {
    var rest = ""
    for part in word.parts.dropFirst() {
      switch part {
      case .plain(let text), .quoted(let text): rest += text
      default: return false
      }
    }
    let names = ["bin", "boot", "etc", "home", "lib", "opt", "root", "sbin", "srv", "usr", "var"]
    return ["/", "/*", "/.*"].contains(rest)
      || names.contains { rest == "/\($0)" || rest == "/\($0)/*" || rest == "/\($0)/" }
  }
}
