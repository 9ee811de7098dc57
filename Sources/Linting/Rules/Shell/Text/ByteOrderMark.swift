package import Diagnostics
package import Lint
package import Project
import Source

/// Reports scripts that begin with a byte order mark.
package struct ByteOrderMark: ProjectRule {
  package static let id: RuleID = "shell/byte-order-mark"

  /// The mark in UTF-8.
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in project.scriptRuns {
      guard let path = run.script.path, let file = project.sources[FileID(path)],
        file.bytes.starts(with: Self.bytes)
      else { continue }
      let mark = Location(file.id, ByteRange(0, Self.bytes.count))
      let line = file.lines.range(ofLine: 1)
      let end = file.bytes[line.indices].lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? line.start
      findings.add(
        "a byte order mark stands before the first line of \(run.name)",
        at: Location(file.id, ByteRange(0, end)),
        help: "save it as UTF-8 without one: the kernel does not find `#!` behind it",
        fix: Fix(.safe, edits: [.init(replacing: mark, with: "")]), chain: run.chain)
    }
  }
}
