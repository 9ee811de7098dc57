import Chef
import Diagnostics

/// Reports attributes that nothing sets, and of which something is asked all the same.
struct NilAttribute: ChefFaultRule {
  static let id: RuleID = "chef/nil-attribute"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .nilAttribute(let written, let asked, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(written)` is nil, and `\(asked)` is asked of it",
      help: near.map { "did you mean `\($0)`?" }
        ?? "set it, or ask with `node.read`, which is nil where a part is missing")
  }
}
