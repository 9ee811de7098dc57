import RubyEvaluation

/// What takes one resource: the `self` of the action that a cookbook wrote.
final class ProviderState: RubyPayload {
  let resource: RubyObject

  init(_ resource: RubyObject) { self.resource = resource }

  var held: [RubyValue] { [.object(resource)] }
}

extension RecipeCompiler {
  /// A call on a provider that is no method of its own: one that the class of its resource defines, or a declaration.
  func missing(_ call: CoreCall, from provider: ProviderState) throws(Unwinding) -> RubyValue? {
    let resource = RubyValue.object(provider.resource)
    if isPassedOn(call.name, to: provider) {
      return try run.call(
        resource, call.name, call.arguments, hasKeywords: call.hasKeywords, block: call.block, at: call.place)
    }
    return try declaration(call)
  }

  /// Methods of the resource's class are the provider's too; its properties were only before Chef 13.
  private func isPassedOn(_ name: RubySymbol, to provider: ProviderState) -> Bool {
    guard let state = provider.resource.payload as? ResourceState else { return false }
    let spelling = run.spelling(of: name)
    let bare = spelling.hasSuffix("=") ? String(spelling.dropLast()) : spelling
    if state.kind.property(bare) != nil {
      // Where the client is not known, a name of both is read as the clients of today do.
      return input.run.setup.client.isAtLeast(13).map { !$0 } ?? !isResource(bare)
    }
    return run.method(name, of: classes.resource) == nil
      && run.method(name, of: run.module(of: .object(provider.resource))) != nil
  }

  /// What a resource inside of an action does not know, the action's own provider is asked.
  func forwarded(_ call: CoreCall, from state: ResourceState) throws(Unwinding) -> RubyValue? {
    guard let object = state.provider, let provider = object.payload as? ProviderState else { return nil }
    guard run.method(call.name, of: run.module(of: .object(object))) == nil else {
      return try run.call(
        .object(object), call.name, call.arguments, hasKeywords: call.hasKeywords, block: call.block,
        at: call.place)
    }
    let own = CoreCall(
      run, .object(object), call.name, call.arguments, hasKeywords: call.hasKeywords, block: call.block,
      at: call.place)
    if let value = try missing(own, from: provider) { return value }
    let doubt = run.ancestors(of: run.module(of: .object(object))).lazy.compactMap(\.doubt).first
    return doubt.map { .unknown($0) }
  }
}
