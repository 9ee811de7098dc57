package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports scripts that do not say which interpreter runs them.
package struct NoShebang: ProjectRule {
  package static let id: RuleID = "shell/no-shebang"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for script in project.scripts {
      guard let path = script.path, script.script.shebang == nil, let file = project.sources[FileID(path)],
        file.bytes.contains(where: { $0 > 0x20 }), isCalledByPath(script.owner, in: project)
      else { continue }
      let line = file.lines.range(ofLine: 1)
      let end = file.bytes[line.indices].lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? line.start
      findings.add(
        "script `\(path)` does not begin with `#!`", at: Location(file.id, ByteRange(line.start, end)),
        help: "begin it with `#!/bin/sh -e`, or the interpreter that it is written for",
        fix: Fix(
          .unsafe, edits: [.init(replacing: Location(file.id, ByteRange(at: 0)), with: "#!/bin/sh\n")]),
        chain: [ChainLink("\(script.owner.kind.words) `\(script.owner.type)`", at: script.location)])
    }
  }

  /// Whether the component's command, as far as it can be told, calls the script by its path.
  private func isCalledByPath(_ owner: ComponentReference, in project: Project) -> Bool {
    guard let build = project.builds.first(where: { $0.name == owner.build }) else { return false }
    let components =
      build.provisioners + [build.errorCleanup].compactMap { $0 } + build.postProcessors.flatMap { $0 }
    let commands = components.filter {
      $0.kind == owner.kind && $0.type.value == owner.type && $0.position == owner.position
    }
    .flatMap { $0.options.deferredTexts("execute_command") }
    return commands.allSatisfy { ScriptCall($0.text.string).isByPath }
  }
}
