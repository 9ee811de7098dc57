import Chef
import Diagnostics

/// Reports resources and methods with arguments that nothing provides.
struct UnknownResource: ChefFaultRule {
  static let id: RuleID = "chef/unknown-resource"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unknownResource(let name, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "nothing provides a resource or method `\(name)`", help: near.map { "did you mean `\($0)`?" })
  }
}
