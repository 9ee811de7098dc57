import Chef
import Diagnostics

/// Reports cookbooks whose version is not the one that is asked for.
struct UnmetDependency: ChefFaultRule {
  static let id: RuleID = "chef/unmet-dependency"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unmetConstraint(let cookbook, let constraint, let found) = fault.kind else { return nil }
    return ChefFaultWords(
      "cookbook `\(cookbook)` is \(found), and `\(constraint)` is asked for",
      help:
        "chef-solo fetches no other version: put a fitting one into the cookbook path, or change what is asked for"
    )
  }
}
