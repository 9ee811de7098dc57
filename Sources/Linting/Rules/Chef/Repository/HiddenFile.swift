import Chef
import Diagnostics

/// Reports files that are never read, since another one has their name.
struct HiddenFile: ChefFaultRule {
  static let id: RuleID = "chef/hidden-file"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    switch fault.kind {
    case .doubledObject(let object, let name, let ignored):
      // The file itself is not read, and so has no lines: what names it does.
      return ChefFaultWords(
        "\(object.rawValue) `\(name)` is there twice: `\(ignored)` is never read",
        at: fault.chain.last?.location, help: "keep one of the two")
    case .doubledFile(let ignored, let other):
      return ChefFaultWords(
        "`\(ignored)` is never loaded: `\(other)` has the same name",
        help: "Chef goes by the name of the file alone, whatever folder it is in: rename one of them")
    default: return nil
    }
  }
}
