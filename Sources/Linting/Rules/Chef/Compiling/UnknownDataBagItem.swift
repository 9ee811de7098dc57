import Chef
import Diagnostics

/// Reports data bags and items that are not there.
struct UnknownDataBagItem: ChefFaultRule {
  static let id: RuleID = "chef/unknown-data-bag-item"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .missingDataBagItem(let item, let bag, let near) = fault.kind else { return nil }
    return ChefFaultWords(
      item.map { "data bag `\(bag)` has no item `\($0)`" } ?? "no data bag is called `\(bag)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "an item is a file of the folder that `data_bags_path` names, `\(bag)/\(item ?? "ITEM").json`")
  }
}
