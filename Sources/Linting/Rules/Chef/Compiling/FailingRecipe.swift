import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports Ruby of cookbooks that raises an exception while Chef compiles the run list, or while it renders a template.
package struct FailingRecipe: ProjectRule {
  package static let id: RuleID = "chef/failing-recipe"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    let faults = project.compileFaults.filter { $0.certainty == .sure }
    guard !faults.isEmpty else { return }
    let explained = ExplainedLines(in: project)
    for fault in faults {
      switch fault.kind {
      case .raised(let className, let message) where !explained.contains(fault.location):
        findings.add(
          "Chef fails here with \(className): \(message.firstLine)", at: fault.location, chain: fault.chain)
      case .malformedJSON(let object, let message):
        findings.add("the \(object.rawValue) is no JSON: \(message)", at: fault.location, chain: fault.chain)
      default: continue
      }
    }
  }
}

extension String {
  /// The text up to its first line feed.
  fileprivate var firstLine: String {
    String(decoding: utf8.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
