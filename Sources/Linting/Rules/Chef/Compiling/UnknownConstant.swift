import Chef
import Diagnostics

/// Reports constants that no library of the run defines.
struct UnknownConstant: ChefFaultRule {
  static let id: RuleID = "chef/unknown-constant"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unknownConstant(let name, let near) = fault.kind else { return nil }
    return ChefFaultWords("nothing defines `\(name)`", help: near.map { "did you mean `\($0)`?" })
  }
}
