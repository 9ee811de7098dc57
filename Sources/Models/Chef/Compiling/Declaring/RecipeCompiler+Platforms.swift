import RubyEvaluation

/// Where the platform is not known, what only some platforms have may be there.
extension RecipeCompiler {
  /// Properties of files that Chef has on Windows only: `Chef::Mixin::Securable`.
  private static let windowsProperties: Set<String> = ["rights", "deny_rights", "inherits"]

  /// Whether a resource may have a property on the platform of the run.
  func mayHave(property name: String, _ state: ResourceState) -> Bool {
    guard state.kind.facts != nil else { return false }
    if Self.windowsProperties.contains(name), state.kind.property("mode") != nil,
      input.facts.platform.system.map({ $0 == "windows" }) ?? true
    {
      return true
    }
    return possible(state).contains { $0.property(name) != nil }
  }

  /// Whether a resource may have an action on the platform of the run.
  func mayHave(action name: String, _ state: ResourceState) -> Bool {
    state.kind.facts != nil && possible(state).contains { $0.actions.contains(name) }
  }

  private func possible(_ state: ResourceState) -> [ResourceFacts] {
    input.resources.possible(state.type, on: input.facts.platform)
  }
}
