import Chef
import Diagnostics

/// Reports items of a run list that Chef cannot read.
struct MalformedRunListItem: ChefFaultRule {
  static let id: RuleID = "chef/malformed-run-list-item"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .malformedItem(let text) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(text)` is no item of a run list",
      help: "write `recipe[NAME]`, `role[NAME]` or the name of a cookbook")
  }
}
