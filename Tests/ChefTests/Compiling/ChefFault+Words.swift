import Diagnostics
import RubyEvaluation
import Source

@testable import Chef

extension ChefFault {
  /// Certainty, place below the cookbook, and what is wrong.
  func words(in sources: SourceSet) -> String {
    let line = sources[location.file]?.position(at: location.range.start).line ?? 0
    let path = location.file.path.split(separator: "/").dropFirst(2).joined(separator: "/")
    let what =
      switch kind {
      case .raised(let className, _): className
      case .missingFile(_, let source, _, _): "missing \(source)"
      case .missingRecipe(let name, _, _): "missing recipe \(name)"
      case .unknownName(let name, _, _): "unknown name \(name)"
      case .unknownResource(let name, _): "unknown resource \(name)"
      case .unknownProperty(let name, _, _): "unknown property \(name)"
      case .refusedValue(let property, _, _): "refused \(property)"
      case .nilAttribute(let source, _, _): "nil \(source)"
      case .missingNotified(let target, _): "not declared \(target)"
      case .badNotifiedAction(let action, _, _): "no action \(action)"
      case .malformedRecipe: "malformed recipe"
      default: "\(kind)"
      }
    return "\(certainty == .sure ? "sure" : "maybe") \(path):\(line) \(what)"
  }
}
