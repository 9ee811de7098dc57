import Chef
import Diagnostics

/// Reports values that a property does not take.
struct InvalidPropertyValue: ChefFaultRule {
  static let id: RuleID = "chef/invalid-property-value"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .refusedValue(let property, let resource, let problem) = fault.kind else { return nil }
    return ChefFaultWords("property `\(property)` of `\(resource)` \(problem)")
  }
}
