import Chef
package import Diagnostics
package import Lint
package import Project

/// Reports Ruby of cookbooks that raises an exception while Chef compiles the run list, or while it renders a template.
package struct FailingRecipe: ProjectRule {
  package static let id: RuleID = "chef/failing-recipe"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for fault in project.compileFaults where fault.certainty == .sure {
      switch fault.kind {
      case .raised(let className, let message):
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
