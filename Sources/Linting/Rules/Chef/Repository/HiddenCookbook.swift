import Chef
import Diagnostics

/// Reports cookbooks that an earlier cookbook path hides.
struct HiddenCookbook: ChefFaultRule {
  static let id: RuleID = "chef/hidden-cookbook"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .hiddenCookbook(let path, let first, let isSame) = fault.kind else { return nil }
    return ChefFaultWords(
      isSame
        ? "`\(path)` is never read: `\(first)` holds the same"
        : "`\(path)` is never read: `\(first)` hides it",
      atMost: isSame ? .info : .error,
      help: "the first path wins whole, nothing is merged: keep one of them")
  }
}
