import Chef
import Diagnostics

/// Reports environments that Packer drops, since it was given no folder of environments.
struct IgnoredEnvironment: ChefFaultRule {
  static let id: RuleID = "chef/ignored-environment"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .environmentWithoutFolder(let name) = fault.kind else { return nil }
    return ChefFaultWords(
      "environment `\(name)` is dropped without a word",
      help: "set `environments_path` too: Packer writes the environment only together with its folder")
  }
}
