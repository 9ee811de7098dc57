import Chef
import Diagnostics

/// Reports cookbook paths that are cookbooks themselves.
struct CookbookAsPath: ChefFaultRule {
  static let id: RuleID = "chef/cookbook-as-path"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .cookbookAsPath(let path) = fault.kind else { return nil }
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return ChefFaultWords(
      "`\(path)` is a cookbook, and no folder of cookbooks",
      help: parent.isEmpty ? "name the folder above it" : "name the folder above it, `\(parent)`")
  }
}
