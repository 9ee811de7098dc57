import Chef
import Diagnostics

/// Reports faults of the files that say where cookbooks come from.
struct BrokenCookbookSource: ChefFaultRule {
  static let id: RuleID = "chef/broken-cookbook-source"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    switch fault.kind {
    case .missingSourcePath(let path, let cookbook):
      return ChefFaultWords("`\(path)`, from which cookbook `\(cookbook)` is taken, is not there")
    case .doubledSource(let cookbook):
      return ChefFaultWords("cookbook `\(cookbook)` is named twice", help: "keep one of the two")
    default: return nil
    }
  }
}
