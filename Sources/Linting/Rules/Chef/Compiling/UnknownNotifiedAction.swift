import Chef
import Diagnostics

/// Reports notifications of actions that the notified resource does not have.
struct UnknownNotifiedAction: ChefFaultRule {
  static let id: RuleID = "chef/unknown-notified-action"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .badNotifiedAction(let action, let target, let allowed) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(target)` has no action `:\(action)`", help: Wording.actions(allowed, near: action))
  }
}
