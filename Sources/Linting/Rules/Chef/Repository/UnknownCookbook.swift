import Chef
import Diagnostics

/// Reports cookbooks that a run list or another cookbook wants and no cookbook path holds.
struct UnknownCookbook: ChefFaultRule {
  static let id: RuleID = "chef/unknown-cookbook"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingCookbook(let name, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "no cookbook path holds cookbook `\(name)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "put it into a folder that `cookbook_paths` names: nothing is fetched")
  }
}
