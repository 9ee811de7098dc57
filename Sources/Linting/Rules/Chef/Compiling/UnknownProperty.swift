import Chef
import Diagnostics

/// Reports properties that a resource does not have.
struct UnknownProperty: ChefFaultRule {
  static let id: RuleID = "chef/unknown-property"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unknownProperty(let name, let resource, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "`\(resource)` has no property `\(name)`", help: near.map { "did you mean `\($0)`?" })
  }
}
