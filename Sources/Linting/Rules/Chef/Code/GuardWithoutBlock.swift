package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports guards that are given the answer of Ruby code, not a block or a command.
package struct GuardWithoutBlock: ProjectRule {
  package static let id: RuleID = "chef/guard-without-block"

  private static let comparisons: Set = ["==", "!=", "<", ">", "<=", ">=", "=~", "!~", "===", "!"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for name in ["only_if", "not_if"] {
        for place in file.outline.places(of: name) where file.outline.calls[place].enclosing != nil {
          guard let call = file.outline.call(at: place), call.receiver == nil, call.block == nil,
            let value = file.tree.nodes(in: call.arguments).first, isAnswer(value, file)
          else { continue }
          let location = file.tree.location(of: value)
          let source = file.tree.source(of: value)
          findings.add(
            "`\(name)` is given an answer, and wants a block or a command", at: location,
            atMost: file.gravity(at: place),
            help: "write `\(name) { … }`, which is asked when its turn comes",
            fix: source.contains("\n")
              ? nil
              : Fix(.unsafe, edits: [.init(replacing: gap(call, value, file), with: " { \(source) }")]),
            chain: run.chain(to: file))
        }
      }
    }
  }

  /// From behind the method's name to the end of the call.
  private func gap(_ call: RubyCall, _ value: RubyNode, _ file: ProjectRubyFile) -> Location {
    let start = file.tree.location(of: call.selector)
    var end = file.tree.range(of: value).end
    if call.form == .parenthesised {
      let bytes = file.tree.text.bytes
      end = (bytes[end...].firstIndex(of: UInt8(ascii: ")")) ?? end - 1) + 1
    }
    return Location(start.file, ByteRange(start.range.end, end))
  }

  /// Whether a value is surely `true`, `false`, `nil` or an object that is no command.
  private func isAnswer(_ value: RubyNode, _ file: ProjectRubyFile) -> Bool {
    switch file.tree.shape(of: value) {
    case .true, .false, .nil, .not, .defined: return true
    case .and(let left, let right): return isAnswer(left, file) && isAnswer(right, file)
    case .or(let left, let right): return isAnswer(left, file) && isAnswer(right, file)
    case .call(let call):
      let name = file.tree.spelling(of: call.selector)
      return name.hasSuffix("?") || Self.comparisons.contains(name)
        || name == "lazy" && call.receiver == nil
    default: return false
    }
  }
}
