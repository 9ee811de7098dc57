import Chef
import Diagnostics

/// Reports roles and environments that call themselves otherwise than their file.
struct MisnamedObject: ChefFaultRule {
  static let id: RuleID = "chef/misnamed-object"

  func words(for fault: ChefFault) -> ChefFaultWords? {
    guard case .misnamedObject(let object, let inside, let file) = fault.kind else { return nil }
    return ChefFaultWords(
      "\(object.rawValue) `\(file)` calls itself `\(inside)`",
      help: "chef-solo finds it by the name of the file: give it one name")
  }
}
