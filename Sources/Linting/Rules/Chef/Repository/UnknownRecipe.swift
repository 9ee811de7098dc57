import Chef
import Diagnostics

/// Reports recipes that a run list names and the cookbook does not have.
struct UnknownRecipe: ChefFaultRule {
  static let id: RuleID = "chef/unknown-recipe"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingRecipe(let name, let folder, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "cookbook `\(name.cookbook)` has no recipe `\(name.recipe)`",
      help: near.map { "did you mean `\($0)`?" } ?? "recipes are the files of `\(folder)`")
  }
}
