import Chef
import Diagnostics

/// Reports roles, environments, data bags, metadata and recipes of data that cannot be read.
struct MalformedData: ChefFaultRule {
  static let id: RuleID = "chef/malformed-data"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    switch fault.kind {
    case .malformedJSON(let object, let message):
      return ChefFaultWords("\(object.rawValue) cannot be read: \(message)")
    case .illegalName(let object, let name):
      return ChefFaultWords(
        "\(object.rawValue) is called `\(name)`, which Chef refuses",
        help: "use letters, digits, `-` and `_` alone")
    case .noDefaultRunList:
      return ChefFaultWords(
        "`env_run_lists` has no key `_default`, without which Chef refuses the role",
        help: "add `'_default' => [...]`, or use `env_run_lists_add`, which keeps what `run_list` says")
    case .malformedRecipe(let message):
      return ChefFaultWords("recipe cannot be read: \(message)")
    case .unreadableFile(let reason):
      return ChefFaultWords("what Chef reads here cannot be read: \(reason)")
    default: return nil
    }
  }
}
