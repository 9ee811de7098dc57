package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports guards that give the same answer in every run.
package struct ConstantGuard: ProjectRule {
  package static let id: RuleID = "chef/constant-guard"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for name in ["only_if", "not_if"] {
        for place in file.outline.places(of: name) where file.outline.calls[place].enclosing != nil {
          guard let call = file.outline.call(at: place), call.receiver == nil else { continue }
          check(call, name, file, run, &findings)
        }
      }
    }
  }

  private func check(
    _ call: RubyCall, _ name: String, _ file: ProjectRubyFile, _ run: ChefStep, _ findings: inout Findings
  ) {
    let tree = file.tree
    let always =
      name == "only_if" ? "so that it never holds anything back" : "so that the resource never runs"
    let never = name == "only_if" ? "so that the resource never runs" : "so that it never holds anything back"
    guard let block = call.block, case .block(let content) = tree.shape(of: block) else {
      if let argument = tree.nodes(in: call.arguments).first, tree.constantText(of: argument) == "" {
        findings.add(
          "an empty command always succeeds, \(always)", at: tree.location(of: argument),
          help: "name a command, or leave `\(name)` out", chain: run.chain(to: file))
      }
      return
    }
    guard let only = onlyStatement(of: content.body, tree) else {
      if case .statements(let list) = tree.shape(of: content.body), list.isEmpty {
        findings.add(
          "an empty block is `nil`, \(never)", at: tree.location(of: call.selector),
          help: "ask something in it, or leave `\(name)` out", chain: run.chain(to: file))
      }
      return
    }
    switch tree.shape(of: only) {
    case .string:
      let gap = Location(
        tree.location(of: call.selector).file,
        ByteRange(tree.location(of: call.selector).range.end, tree.location(of: block).range.end))
      findings.add(
        "a text in a block is true and no command, \(always)", at: tree.location(of: only),
        help: "write the command without the block: `\(name) \(tree.source(of: only))`",
        fix: Fix(.unsafe, edits: [.init(replacing: gap, with: " " + tree.source(of: only))]),
        chain: run.chain(to: file))
    case .call(let inner) where inner.receiver == nil && tree.spelling(of: inner.selector) == "lazy":
      findings.add(
        "`lazy` in a guard is an object, which is true, \(always)", at: tree.location(of: inner.selector),
        help: "a guard's block is kept for later anyway: leave `lazy` out", chain: run.chain(to: file))
    default: break
    }
  }

  /// The statement of a block that has no other.
  private func onlyStatement(of body: RubyNode, _ tree: RubyTree) -> RubyNode? {
    guard case .statements(let list) = tree.shape(of: body), list.count == 1 else { return nil }
    return tree.nodes(in: list).first
  }
}
