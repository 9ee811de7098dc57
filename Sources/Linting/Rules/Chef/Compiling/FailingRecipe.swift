import Chef
import Diagnostics

/// Reports Ruby of cookbooks that raises while Chef compiles the run list or renders a template, where no other rule knows why.
struct FailingRecipe: ChefFaultRule {
  static let id: RuleID = "chef/failing-recipe"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .raised(let className, let message) = fault.kind else { return nil }
    let line = String(decoding: message.utf8.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return ChefFaultWords("Chef fails here with \(className): \(line)")
  }
}
