package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports calls of debuggers that were left in a cookbook.
package struct LeftBreakpoint: ProjectRule {
  package static let id: RuleID = "chef/left-breakpoint"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      for method in ["pry", "irb", "byebug", "debugger"] {
        for place in file.outline.places(of: method) {
          guard let words = words(of: method, at: place, file), let location = file.selector(at: place) else {
            continue
          }
          findings.add(
            "`\(words)` waits for somebody at a keyboard", at: location,
            help: "take it out: nobody is there while an image is baked", chain: run.chain(to: file))
        }
      }
    }
  }

  /// The call as a person writes it; nil for a call of something else.
  private func words(of method: String, at place: Int, _ file: ProjectRubyFile) -> String? {
    guard let call = file.outline.call(at: place), call.arguments.isEmpty, call.block == nil else {
      return nil
    }
    if method == "byebug" || method == "debugger" { return call.receiver == nil ? method : nil }
    guard let receiver = call.receiver.flatMap({ file.outline.call(of: $0) }), receiver.receiver == nil,
      file.tree.spelling(of: receiver.selector) == "binding"
    else { return nil }
    return "binding.\(method)"
  }
}
