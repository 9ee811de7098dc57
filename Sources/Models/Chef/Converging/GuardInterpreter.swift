import RubyEvaluation
import Source

/// What `guard_interpreter` makes of the guards of a resource.
struct GuardInterpreter {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// The fault of a guard that no interpreter can ask; nil where it can be asked, or where that cannot be told.
  func fault(
    of entry: ResourceState.Guard, _ state: ResourceState, _ certainty: ChefFault.Certainty
  ) -> ChefFault? {
    guard let name = state.state["guard_interpreter"].flatMap(compiler.spelling), name != "default",
      let (className, message) = problem(of: name, entry, state),
      let location = state.location(of: .property("guard_interpreter"))
    else { return nil }
    let isSure = certainty == .sure && !compiler.hasGap
    return ChefFault(
      .raised(className: className, message: message), isSure ? .sure : .maybe, at: location,
      chain: compiler.chain(to: state))
  }

  /// Resources that ask their guards themselves unless told otherwise.
  private static let ownInterpreters: Set<String> = ["batch", "execute", "powershell_script"]

  private func problem(
    of name: String, _ entry: ResourceState.Guard, _ state: ResourceState
  ) -> (String, String)? {
    if entry.block != nil {
      guard let facts = state.kind.facts, !(facts.name == name && Self.ownInterpreters.contains(name)) else {
        return nil
      }
      return (
        "ArgumentError", "`guard_interpreter` is `:\(name)`, and a guard that is a block of Ruby needs none"
      )
    }
    guard compiler.providers[name] == nil, compiler.unreadLibraries.isEmpty, AbsentCookbooks(compiler) == nil
    else { return nil }
    switch compiler.input.resources.answer(to: name, on: compiler.input.facts.platform) {
    case .unknown: return nil
    case .none, .elsewhere:
      return (
        "Chef::Exceptions::NoSuchResourceType",
        "Cannot find a resource for \(name): no guard can be asked by it"
      )
    case .resource(let facts):
      return isCommand(facts) ? nil : ("ArgumentError", "`\(name)` runs no commands, and so no guards")
    }
  }

  /// Whether a resource is `execute` or one that builds on it.
  private func isCommand(_ facts: ResourceFacts) -> Bool {
    var current: ResourceFacts? = facts
    while let candidate = current {
      if candidate.name == "execute" { return true }
      current = candidate.parent.flatMap { compiler.input.resources.facts($0) }
    }
    return false
  }
}
