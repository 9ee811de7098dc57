import Chef
import Diagnostics

/// Reports cookbooks whose folder has another name than their metadata.
struct MisnamedCookbook: ChefFaultRule {
  static let id: RuleID = "chef/misnamed-cookbook"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .misnamedCookbook(let folder, let name) = fault.kind else { return nil }
    return ChefFaultWords(
      "the cookbook in folder `\(folder)` calls itself `\(name)`",
      help: "chef-solo finds it by the name of the folder: call the folder `\(name)`")
  }
}
