import Chef
import Diagnostics

/// Reports resources without a property that they must be given.
struct MissingProperty: ChefFaultRule {
  static let id: RuleID = "chef/missing-property"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingProperty(let name, let resource) = fault.kind else { return nil }
    return ChefFaultWords("`\(resource)` must be given `\(name)`")
  }
}
