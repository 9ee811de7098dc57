package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports scripts that do not say which interpreter runs them.
package struct NoShebang: ProjectRule {
  package static let id: RuleID = "shell/no-shebang"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns where run.call.isByPath && run.isText {
      let script = run.script
      guard let path = script.path, script.script.shebang == nil, !Self.isOfWindows(path),
        let file = project.sources[FileID(path)],
        file.bytes.contains(where: { $0 > 0x20 }), !file.bytes.starts(with: ByteOrderMark.bytes)
      else { continue }
      let line = file.lines.range(ofLine: 1)
      let end = file.bytes[line.indices].lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? line.start
      findings.add(
        "script `\(path)` does not begin with `#!`", at: Location(file.id, ByteRange(line.start, end)),
        help: "begin it with `#!/bin/sh -e`, or the interpreter that it is written for",
        fix: Fix(
          .unsafe, edits: [.init(replacing: Location(file.id, ByteRange(at: 0)), with: "#!/bin/sh\n")]),
        chain: run.chain)
    }
  }

  /// Whether the name says that another system runs it: it gets there through a shell such as Cygwin's.
  private static func isOfWindows(_ path: String) -> Bool {
    [".bat", ".cmd", ".ps1"].contains { path.lowercased().hasSuffix($0) }
  }
}
