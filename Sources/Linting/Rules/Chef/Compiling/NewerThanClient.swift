import Chef
import Diagnostics

/// Reports resources and properties that the client does not have yet.
struct NewerThanClient: ChefFaultRule {
  static let id: RuleID = "chef/newer-than-client"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .newerThanClient(let what, let since) = fault.kind else { return nil }
    return ChefFaultWords(
      "\(what) came with Chef \(since), and an older client runs",
      help: "set `version` to a later one, or take what that client has")
  }
}
