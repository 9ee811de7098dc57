import Chef
import Diagnostics

/// Reports notifications of resources that are nowhere in the collection.
struct UnknownNotifiedResource: ChefFaultRule {
  static let id: RuleID = "chef/unknown-notified-resource"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingNotified(let target, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(target)` is notified and never declared", help: near.map { "did you mean `\($0)`?" })
  }
}
