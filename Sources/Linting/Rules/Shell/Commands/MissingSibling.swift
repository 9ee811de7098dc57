package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that use files beside them, which stay at home.
package struct MissingSibling: ProjectRule {
  package static let id: RuleID = "shell/missing-sibling"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns where !run.script.isOnHost && run.script.path != nil {
      for word in run.script.script.parts.words {
        guard let name = sibling(word), !mayBeThere(name, run, in: project) else { continue }
        findings.add(
          "`\(name)` is not beside the script: only the script itself is uploaded", at: word.location,
          help: "upload it with a `file` provisioner before, and name it by the path there", chain: run.chain)
      }
    }
  }

  /// The path behind the script's own folder, in `$(dirname "$0")/lib.sh` or `${BASH_SOURCE%/*}/lib.sh`.
  private func sibling(_ word: ShellWord) -> String? {
    guard let first = word.parts.first, isOwnFolder(first) else { return nil }
    var rest = ""
    for part in word.parts.dropFirst() {
      switch part {
      case .plain(let text), .quoted(let text): rest += text
      default: return nil
      }
    }
    return rest.hasPrefix("/") && rest.count > 1 ? String(rest.dropFirst()) : nil
  }

  private func isOwnFolder(_ part: ShellWord.Part) -> Bool {
    switch part {
    case .substitution(let list, _):
      guard list.items.count == 1, let command = list.items[0].first.commands.first,
        case .simple(let simple) = command.body, simple.words.first?.text == "dirname"
      else { return false }
      return simple.words.flatMap(\.parameters).contains { $0.name == "0" || $0.name == "BASH_SOURCE" }
    case .parameter(let parameter, _):
      return ["0", "BASH_SOURCE"].contains(parameter.name) && parameter.operation.hasPrefix("%")
    default: return false
    }
  }

  /// Whether an earlier step may have put the file there.
  private func mayBeThere(_ name: String, _ run: ScriptRun, in project: Project) -> Bool {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    let before = run.build.provisioners.filter { $0.position < run.component.position }
    let uploads = before.filter { $0.type.value == "file" }.flatMap { component in
      (component.options.texts("source") + component.options.texts("sources")
        + component.options.texts("destination"))
        .map(\.value.shown)
    }
    if uploads.contains(where: { $0.hasSuffix(base) || $0.hasSuffix("/") || !$0.contains(".") }) {
      return true
    }
    return run.earlier(in: project).contains { $0.script.text.bytes.mentions(base) }
      || run.component.options["remote_folder"] != nil || run.component.options["remote_path"] != nil
  }
}
