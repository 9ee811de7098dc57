import DataSyntax
import Diagnostics
import RegularExpressions

extension MatcherParser {
  /// The line patterns of a list, or nil when one of them is at fault.
  mutating func patterns(_ node: DataNode) -> [LinePattern]? {
    guard node.kind == .sequence else { return wrongKind(node, expected: "a list of patterns") }
    let read = node.items.map { pattern($0) }
    let patterns = read.compactMap { $0 }
    return patterns.count == read.count ? patterns : nil
  }

  private mutating func pattern(_ node: DataNode) -> LinePattern? {
    let isText = node.kind == .string || dialect == .ovenproof && (node.kind == .number || node.kind == .bool)
    guard isText, let text = node.string else { return wrongKind(node, expected: "a pattern for a line") }
    guard dialect == .goss || !text.utf8.contains(0x0A) else {
      return fault(
        node, "a pattern with a line break fits no line",
        help: "write one pattern a line, or `contain-substring: …`")
    }
    do throws(RegularExpressionError) {
      return try LinePattern(text, at: node.contentLocation)
    } catch {
      return badExpression(error, node)
    }
  }
}
