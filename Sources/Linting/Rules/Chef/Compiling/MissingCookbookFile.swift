import Chef
import Diagnostics

/// Reports templates and files that resources take from a cookbook which does not have them.
struct MissingCookbookFile: ChefFaultRule {
  static let id: RuleID = "chef/missing-cookbook-file"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingFile(let segment, let source, let cookbook, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      "cookbook `\(cookbook)` has no `\(source)` in its folder `\(segment.rawValue)`",
      help: near.map { "did you mean `\($0)`?" })
  }
}
