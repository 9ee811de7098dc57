package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports curl that takes an error page for the file.
package struct UnnoticedHttpError: ProjectRule {
  package static let id: RuleID = "shell/unnoticed-http-error"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      let piped = pipedPlaces(run.script.script)
      for call in run.script.script.calls where call.program == "curl" && fetches(call) {
        let isKept =
          call.has("--output", or: "o") || call.has("--remote-name", or: "O")
          || call.redirections.contains(where: \.writesFile) || piped.contains(call.name.location.range.start)
        guard isKept, !call.has("--fail", or: "f"), !call.has("--fail-with-body"), !call.has("--fail-early")
        else {
          continue
        }
        findings.add(
          "`curl` without `-f` takes an error page for the file", at: call.name.location,
          help: "add `-f` (`--fail`): it then fails where the server answers with an error", chain: run.chain)
      }
    }
  }

  /// Whether all of the call can be told, and it does not ask for the answer's status or head.
  private func fetches(_ call: ShellCall) -> Bool {
    let isKnown = call.arguments.allSatisfy { $0.text != nil || !$0.knownPrefix.isEmpty || !$0.isBareOption }
    return isKnown && !call.has("--head", or: "I") && !call.has("--write-out", or: "w")
      && !call.words.contains("/dev/null")
      && !call.redirections.contains { $0.target.text == "/dev/null" && $0.descriptor == nil }
  }

  /// Where commands start whose output goes into a pipe.
  private func pipedPlaces(_ script: ShellScript) -> Set<Int> {
    var places: Set<Int> = []
    for pipeline in script.parts.pipelines {
      for command in pipeline.commands.dropLast() {
        guard case .simple(let simple) = command.body else { continue }
        places.formUnion(simple.words.map(\.location.range.start))
      }
    }
    return places
  }
}

extension ShellWord {
  /// Whether it may come to options: an expansion outside quotes that makes the whole word.
  fileprivate var isBareOption: Bool {
    guard parts.count == 1 else { return false }
    switch parts[0] {
    case .parameter(_, let isQuoted), .substitution(_, let isQuoted): return !isQuoted
    default: return false
    }
  }
}
