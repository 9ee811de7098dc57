import Chef
import Diagnostics

/// Reports cookbooks that refuse the client which the template installs.
struct UnmetClientVersion: ChefFaultRule {
  static let id: RuleID = "chef/unmet-client-version"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unmetClient(let tool, let cookbook, let conditions) = fault.kind else { return nil }
    let wanted = Wording.joined(conditions.map { "`\($0)`" }, by: "or")
    return ChefFaultWords(
      "cookbook `\(cookbook)` wants \(tool.rawValue) \(wanted), and another version runs",
      help: "set `version` of the provisioner, or take a version of the cookbook that goes with it")
  }
}
