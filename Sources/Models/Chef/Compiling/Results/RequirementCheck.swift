import RubyEvaluation
import Source

/// What a resource must be given and is not: Chef refuses it when the resource is taken.
struct RequirementCheck {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  func faults(in collection: ResourceCollection) -> [ChefFault] {
    collection.resources.flatMap { object -> [ChefFault] in
      guard let state = object.payload as? ResourceState, let location = state.location(of: .head) else {
        return []
      }
      let actions = state.actions(compiler.run).filter { $0 != "nothing" }
      guard !actions.isEmpty, state.state.actionDoubt == nil else { return [] }
      let isFree = state.state.onlyIf.isEmpty && state.state.notIf.isEmpty
      let isSure = isFree && state.state["ignore_failure"] == nil && state.state.certainty == .sure
      return missing(in: state, actions).map { name in
        ChefFault(
          .missingProperty(name, resource: state.type), isSure ? .sure : .maybe,
          at: location,
          chain: compiler.chain(around: state))
      }
    }
  }

  private func missing(in state: ResourceState, _ actions: [String]) -> [String] {
    var needed: Set<String> = []
    for (name, facts) in state.kind.requiredFacts where facts.need.holds(for: actions) {
      needed.insert(name)
    }
    for property in state.kind.declaredProperties where property.need.holds(for: actions) {
      guard case .none = property.fallback, !property.isName else { continue }
      needed.insert(property.name)
    }
    return needed.filter { name in
      !state.state.calls.contains { $0.name == name } && state.state[name].map(\.isNil) ?? true
    }.sorted()
  }
}

extension PropertyFacts.Need {
  /// Whether it holds where one of some actions is taken.
  func holds(for actions: [String]) -> Bool {
    switch self {
    case .never: false
    case .always: true
    case .forActions(let names): names.contains(where: actions.contains)
    }
  }
}
