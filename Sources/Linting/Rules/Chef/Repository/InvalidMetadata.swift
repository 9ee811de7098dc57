import Chef
import Diagnostics

/// Reports metadata with which Chef cannot load a cookbook.
struct InvalidMetadata: ChefFaultRule {
  static let id: RuleID = "chef/invalid-metadata"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    switch fault.kind {
    case .metadataWithoutName:
      return ChefFaultWords(
        "the metadata gives the cookbook no name",
        help: "write `name 'NAME'`, as the folder is called")
    case .malformedVersion(let text):
      return ChefFaultWords(
        "`\(text)` is no version of a cookbook", help: "write two or three numbers, `1.0.0`")
    case .malformedConstraint(let text):
      return ChefFaultWords(
        "`\(text)` is no constraint of a version",
        help: "write an operator and a version, `'~> 1.2'`")
    case .severalConstraints(let cookbook, let call):
      return ChefFaultWords(
        "`\(call) '\(cookbook)'` has more than one constraint",
        help: "Chef takes one: `~> 1.2` stands for `>= 1.2` and `< 2.0`")
    case .selfDependency(let name):
      return ChefFaultWords("cookbook `\(name)` depends on itself", help: "take the line out")
    case .missingMetadataFile(let path):
      return ChefFaultWords(
        "the metadata reads `\(path)`, which is not there",
        help: "take the line out, or put the file there: the cookbook cannot be loaded without it")
    default: return nil
    }
  }
}
