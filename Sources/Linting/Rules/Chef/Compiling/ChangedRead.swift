import Chef
import Diagnostics

/// Reports writes to the node that name no level, which Chef refuses.
struct ChangedRead: ChefFaultRule {
  static let id: RuleID = "chef/changed-read"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .changedRead = fault.kind else { return nil }
    return ChefFaultWords(
      "what is read from the node cannot be changed", help: "name a level: `node.default[…] = …`")
  }
}
