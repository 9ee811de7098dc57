package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports downloads into a pipe whose failure nobody sees.
package struct HiddenPipeFailure: ProjectRule {
  package static let id: RuleID = "shell/hidden-pipe-failure"

  /// Programs that take an empty input for a success.
  private static let readers: Set = [
    "sh", "bash", "dash", "zsh", "python", "python3", "perl", "ruby", "tee", "cat", "sed", "awk", "apt-key",
    "tail",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      let script = run.script.script
      if script.calls.contains(where: { $0.name.value == "set" && $0.words.contains("pipefail") }) {
        continue
      }
      if run.call.options.contains("pipefail") { continue }
      if script.shebang?.arguments.contains("pipefail") == true { continue }
      for pipeline in script.parts.pipelines where pipeline.commands.count > 1 {
        guard let first = pipeline.commands.first?.program, ["curl", "wget"].contains(first.value),
          let last = pipeline.commands.last?.program, Self.readers.contains(last.value)
        else { continue }
        let isPlain = run.dialect == .posix
        findings.add(
          "where `\(first.value)` fails, `\(last.value)` reads nothing and the script goes on",
          at: first.location,
          help: isPlain
            ? "download into a file first, and use it in the next command"
            : "put `set -o pipefail` before it, or download into a file first", chain: run.chain)
      }
    }
  }
}

extension ShellCommand {
  /// The program that a simple command starts, without its folder, `sudo` and its like passed over.
  var program: Located<String>? {
    guard case .simple(let simple) = body else { return nil }
    for word in simple.words {
      guard let text = word.text else { return nil }
      if text.hasPrefix("-") || text.contains("=")
        || ["sudo", "env", "exec", "nohup", "command"].contains(text)
      {
        continue
      }
      return Located(text.split(separator: "/").last.map(String.init) ?? text, at: word.location)
    }
    return nil
  }
}
