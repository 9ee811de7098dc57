import Chef
import Diagnostics

/// Reports Chef provisioners that are given no cookbooks at all.
struct NoCookbookPath: ChefFaultRule {
  static let id: RuleID = "chef/no-cookbook-path"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .noCookbookPath = fault.kind else { return nil }
    return ChefFaultWords(
      "the provisioner is given no cookbooks",
      help: "name the folders that hold them with `cookbook_paths`: without one every run fails")
  }
}
