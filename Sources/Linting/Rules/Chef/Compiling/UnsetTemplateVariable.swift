import Chef
import Diagnostics

/// Reports variables of a template that `variables` does not give, and of which something is asked.
struct UnsetTemplateVariable: ChefFaultRule {
  static let id: RuleID = "chef/unset-template-variable"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unsetVariable(let written, let asked, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(written)` is nil, and `\(asked)` is asked of it",
      help: near.map { "did you mean `\($0)`?" } ?? "give it with `variables` of the resource")
  }
}
