import Chef
import Diagnostics

/// Reports words of recipes and templates that are no method, variable or resource.
struct UnknownName: ChefFaultRule {
  static let id: RuleID = "chef/unknown-name"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .unknownName(let name, let owner, let near) = fault.kind else { return nil }
    let message =
      switch owner {
      case .recipe: "`\(name)` is no method or variable here"
      case .declarations(let file): "`\(name)` means nothing in \(file)"
      case .template: "the template has no method or variable `\(name)`"
      case .resource(let type): "`\(name)` is no method, variable or property in `\(type)`"
      }
    return ChefFaultWords(message, help: near.map { "did you mean `\($0)`?" })
  }
}
