package import Diagnostics
package import Lint
package import Project
import ShellSyntax
import Source

/// Reports a backslash that should continue a line and has a blank behind it.
package struct SpaceAfterBackslash: ProjectRule {
  package static let id: RuleID = "shell/space-after-backslash"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.shellRuns {
      guard let path = run.script.path, let bytes = project.sources[FileID(path)]?.bytes else { continue }
      for word in run.script.script.parts.words where isEscapedBlank(word) {
        let end = word.location.range.end
        let rest = bytes[min(end, bytes.count)...].prefix { $0 != 0x0A }
        guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }), end < bytes.count else { continue }
        let place = Location(word.location.file, ByteRange(word.location.range.start, end))
        let blanks = Location(word.location.file, ByteRange(word.location.range.start + 1, end + rest.count))
        findings.add(
          "a blank stands behind the backslash that should continue the line", at: place,
          help: "remove what is behind the backslash: the next line is a command of its own now",
          fix: Fix(.unsafe, edits: [.init(replacing: blanks, with: "")]), chain: run.chain)
      }
    }
  }

  private func isEscapedBlank(_ word: ShellWord) -> Bool {
    guard word.parts.count == 1, case .quoted(let text) = word.parts[0] else { return false }
    return (text == " " || text == "\t") && word.location.range.count == 2
  }
}
