package import DataSyntax
import Diagnostics
import RegularExpressions

extension MatcherParser {
  /// A plain text where `/expression/` and `!/expression/` are meant as in line patterns; `{equal: /opt/}` is meant as it stands.
  package static func textOrExpression(_ node: DataNode) -> Plain {
    let text = node.string ?? ""
    let body = text.hasPrefix("!") ? text.dropFirst() : text[...]
    guard body.utf8.count > 2, body.hasPrefix("/"), body.hasSuffix("/") else { return .form(.text(text)) }
    do throws(RegularExpressionError) {
      let expression = try RegularExpression(String(body.dropFirst().dropLast()))
      let matcher = Matcher(.expression(expression), at: node.location)
      return .form(text.hasPrefix("!") ? .not(matcher) : matcher.form)
    } catch {
      return .fault(notExpression(error, node))
    }
  }

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
      let pattern = try LinePattern(text, at: node.contentLocation)
      guard dialect == .goss || pattern.isInverse || !pattern.looksForNothing else {
        return refuse(
          Diagnostic(
            "spec/asserts-nothing", .error,
            "\(text.isEmpty ? "an empty pattern" : "`\(text)`") asserts nothing: every text has the empty text",
            at: text.isEmpty ? node.location : node.contentLocation,
            help: #"marks in front of a text are dropped: write `/\\/` for a backslash, `/\//` for a slash"#))
      }
      return pattern
    } catch {
      return badExpression(error, node)
    }
  }
}
