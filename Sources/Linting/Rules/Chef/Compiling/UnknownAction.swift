import Chef
import Diagnostics

/// Reports actions that a resource does not have.
struct UnknownAction: ChefFaultRule {
  static let id: RuleID = "chef/unknown-action"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unknownAction(let action, let resource, let allowed) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(resource)` has no action `:\(action)`", help: Wording.actions(allowed, near: action))
  }
}
