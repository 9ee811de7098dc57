import Chef
import Diagnostics

/// Reports roles of a run list that are not there.
struct UnknownRole: ChefFaultRule {
  static let id: RuleID = "chef/unknown-role"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingRole(let name, let folder, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "no role is called `\(name)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? (folder.map { "a role is a file of `\($0)` itself, `\(name).json` or `\(name).rb`" }
          ?? "name the folder of the roles with `roles_path`"))
  }
}
