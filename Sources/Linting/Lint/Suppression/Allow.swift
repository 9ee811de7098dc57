package import Diagnostics
import Source

/// An exception that a file grants: a rule, where it may be broken, and why.
package struct Allow: Sendable, Hashable {
  /// What an exception covers.
  enum Scope: Sendable, Hashable {
    /// Findings in the file itself.
    case file(FileID)
    /// Findings that begin on a line or statement.
    case lines(Location)
    /// Findings inside a node, or in files that the node refers to.
    case node(Location)
    /// Nothing: the place that it names is not there.
    case nothing
    /// Nothing: it stands inside a text of data, and is no comment of the file.
    case text
  }

  package let rule: RuleID
  /// The place of the rule's name.
  let location: Location
  let scope: Scope
  package let reason: String

  /// Whether it stands where it could cover something.
  var hasPlace: Bool {
    switch scope {
    case .file, .lines, .node: true
    case .nothing, .text: false
    }
  }

  /// Whether a finding is covered.
  func covers(_ finding: Diagnostic) -> Bool {
    guard finding.rule == rule else { return false }
    switch scope {
    case .file(let file): return finding.primary.file == file
    case .nothing, .text: return false
    case .lines(let lines):
      return places(of: finding).contains {
        $0.file == lines.file && lines.range.start <= $0.range.start && $0.range.start < lines.range.end
      }
    case .node(let node):
      return places(of: finding).contains { $0.file == node.file && node.range.contains($0.range) }
    }
  }

  /// Where a finding is, and the places that led to it.
  private func places(of finding: Diagnostic) -> [Location] {
    [finding.primary] + finding.chain.map(\.location)
  }
}
