import Chef
import Diagnostics

/// Reports environments that are not there.
struct UnknownEnvironment: ChefFaultRule {
  static let id: RuleID = "chef/unknown-environment"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingEnvironment(let name, let folder, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "no environment is called `\(name)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "an environment is a file of `\(folder)` itself, `\(name).json` or `\(name).rb`")
  }
}
