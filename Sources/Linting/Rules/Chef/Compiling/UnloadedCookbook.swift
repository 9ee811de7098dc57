import Chef
import Diagnostics

/// Reports the use of recipes and files of a cookbook that the run list does not lead to.
struct UnloadedCookbook: ChefFaultRule {
  static let id: RuleID = "chef/unloaded-cookbook"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unloadedCookbook(let name, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "cookbook `\(name)` is not among those that the run list loads",
      help: near.map { "did you mean `\($0)`?" }
        ?? "put it into a cookbook path, and write `depends '\(name)'` into the metadata")
  }
}
