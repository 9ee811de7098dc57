import Diagnostics
import RubyEvaluation
import Source

/// What Chef checks between compiling and converging: whether every notified resource is there.
struct CollectionCheck {
  private let resources: [CompiledResource]
  private let compiler: RecipeCompiler
  private let keys: Set<String>
  private let hasUnknownName: Bool

  init(_ resources: [CompiledResource], _ compiler: RecipeCompiler) {
    self.resources = resources
    self.compiler = compiler
    var keys: Set<String> = []
    var hasUnknownName = false
    for resource in resources {
      guard case .text(let name) = resource.name else {
        hasUnknownName = true
        continue
      }
      keys.insert("\(resource.type)[\(name)]")
      if let own = resource.resource { keys.insert("\(own)[\(name)]") }
    }
    self.keys = keys
    self.hasUnknownName = hasUnknownName
  }

  func faults() -> [ChefFault] { missingTargets() + badActions() }

  /// Actions that the notified resource does not have: they fail when they are taken.
  private func badActions() -> [ChefFault] {
    var allowed: [String: [String]] = [:]
    for case let state as ResourceState in compiler.collection.map(\.payload) {
      guard case .string(let name) = state.name else { continue }
      allowed["\(state.type)[\(name.string)]"] = ["nothing"] + state.kind.allowedActions
    }
    return resources.flatMap { resource in
      resource.notifies.compactMap { notice -> ChefFault? in
        guard let target = notice.target, let location = notice.actionLocation, let actions = allowed[target],
          !notice.action.isEmpty, !actions.contains(notice.action)
        else { return nil }
        let isFree = resource.onlyIf.isEmpty && resource.notIf.isEmpty && resource.actions != ["nothing"]
        return ChefFault(
          .badNotifiedAction(notice.action, target: target, allowed: actions),
          isFree && resource.certainty == .sure ? .sure : .maybe, at: location)
      }
    }
  }

  private func missingTargets() -> [ChefFault] {
    var faults: [ChefFault] = []
    for resource in resources {
      for notice in resource.notifies {
        guard let target = notice.target, let location = notice.targetLocation, !exists(target),
          !hasUnknownName
        else {
          continue
        }
        let certainty: ChefFault.Certainty =
          resource.certainty == .sure && compiler.findings.unknowns.isEmpty ? .sure : .maybe
        faults.append(
          ChefFault(
            .missingNotified(target, near: Suggestion.nearest(to: target, among: keys)), certainty,
            at: location))
      }
    }
    return faults
  }

  /// Whether a target is there: `type[name]`, `type[one,two]`, or a type alone for one without a name.
  private func exists(_ target: String) -> Bool {
    if keys.contains(target) || keys.contains(target + "[]") { return true }
    guard let open = target.firstIndex(of: "["), target.hasSuffix("]") else { return false }
    let type = target[..<open]
    let names = target[target.index(after: open)...].dropLast().split(separator: ",")
    return names.count > 1 && names.allSatisfy { keys.contains("\(type)[\($0.drop { $0 == " " })]") }
  }
}
