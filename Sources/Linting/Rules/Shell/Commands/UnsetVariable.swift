package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports variables that nobody sets, in scripts that fail on them.
package struct UnsetVariable: ProjectRule {
  package static let id: RuleID = "shell/unset-variable"

  /// Variables that are there without anybody's doing.
  private static let given: Set = [
    "HOME", "PATH", "PWD", "OLDPWD", "USER", "LOGNAME", "SHELL", "TERM", "LANG", "IFS", "PPID", "OPTARG",
    "OPTIND",
    "UID", "EUID", "HOSTNAME", "RANDOM", "SECONDS", "LINENO", "REPLY", "MAIL", "TMPDIR", "DEBIAN_FRONTEND",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where !run.script.isOnHost && run.isEnvironmentKnown {
      let script = run.script.script
      guard isStrict(script), !mayReadMore(script) else { continue }
      let known = Self.given.union(run.environment).union(names(in: script))
      var told: Set<String> = []
      for parameter in script.parts.words.flatMap(\.parameters) {
        let name = parameter.name
        guard isName(name), !parameter.hasDefault, !known.contains(name), !name.hasPrefix("BASH"),
          !name.hasPrefix("PACKER_"), !name.hasPrefix("SUDO_"), !name.hasPrefix("SSH_"),
          !name.hasPrefix("LC_"),
          told.insert(name).inserted
        else { continue }
        let near = Suggestion.nearest(to: name, among: run.environment.union(names(in: script)).sorted())
        findings.add(
          "nobody sets variable `\(name)`", at: parameter.location,
          help: near.map { "did you mean `\($0)`?" }
            ?? "set it in `environment_vars`, or give it a default: `${\(name):-…}`", chain: run.chain)
      }
    }
  }

  private func isStrict(_ script: ShellScript) -> Bool {
    script.calls.contains { call in
      call.name.value == "set" && (call.has("--nounset", or: "u") || call.words.contains("nounset"))
    } || script.shebang?.arguments.contains { $0.hasPrefix("-") && $0.contains("u") } == true
  }

  /// Whether something is run that may set variables of its own.
  private func mayReadMore(_ script: ShellScript) -> Bool {
    script.calls.contains { ["source", ".", "eval"].contains($0.name.value) } || !script.faults.isEmpty
      || script.text.bytes.mentions(OptionValue.placeholder)
  }

  private func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  /// Every name that the script gives a value to, in whatever way.
  private func names(in script: ShellScript) -> Set<String> {
    let parts = script.parts
    var names = Set(parts.assignments.map(\.name.value))
    for command in parts.commands {
      if case .loop(let loop) = command.body, let variable = loop.variable { names.insert(variable.value) }
    }
    let setters: Set = [
      "read", "export", "local", "declare", "typeset", "readonly", "getopts", "printf", "mapfile",
      "readarray", "let", "unset",
    ]
    for call in script.calls where setters.contains(call.name.value) {
      for word in call.words { names.insert(String(word.prefix { $0 != "=" && $0 != "+" && $0 != "[" })) }
    }
    for parameter in parts.words.flatMap(\.parameters) where parameter.operation.hasSuffix("=") {
      names.insert(parameter.name)
    }
    return names
  }
}
