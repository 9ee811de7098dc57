import RubyEvaluation
import Source

/// Turns the resources of a run into plain values.
struct CollectionResult {
  private let compiler: RecipeCompiler
  private let writer: ValueWriter

  init(_ compiler: RecipeCompiler) {
    self.compiler = compiler
    writer = ValueWriter(compiler)
  }

  func resources() -> [CompiledResource] {
    compiler.root.resources.compactMap { object in
      (object.payload as? ResourceState).map { resource($0, object) }
    }
  }

  private func resource(_ resource: ResourceState, _ object: RubyObject) -> CompiledResource {
    let state = resource.state
    let isSensitive = compiler.isSensitive(resource, object)
    return CompiledResource(
      type: resource.type, name: writer.value(resource.name),
      resource: resource.kind.name, actions: actions(resource, object), cookbook: resource.cookbook,
      recipe: resource.recipe, location: resource.place?.location,
      callers: resource.callers.map(\.location), properties: properties(resource, isSensitive: isSensitive),
      onlyIf: state.onlyIf.map(guardValue), notIf: state.notIf.map(guardValue),
      notifies: state.notifies.map(notification), subscribes: state.subscribes.map(notification),
      isSensitive: isSensitive, ignoresFailure: ignoresFailure(state),
      compileTimeActions: state.compileTimeActions,
      certainty: isToldApart(resource) ? state.certainty : .maybe)
  }

  /// Whether name and actions are known.
  private func isToldApart(_ resource: ResourceState) -> Bool {
    resource.state.actionDoubt == nil && resource.name.doubt == nil
  }

  /// Properties of a sensitive resource that say nothing of its secret.
  private static let open: Set<String> = [
    "atomic_update", "backup", "checksum", "cookbook", "group", "ignore_failure", "local", "mode", "owner",
    "path",
    "recursive", "retries", "retry_delay", "source",
  ]

  /// A name as people read it.
  static func shown(_ name: RubyValue) -> String {
    if case .string(let text) = name { text.string } else { "?" }
  }

  /// What was set by `action`, or by a class of the old kind in `initialize`.
  private func actions(_ resource: ResourceState, _ object: RubyObject) -> [String] {
    if resource.state.actions == nil, let value = object.variable(compiler.run.symbol("@action")) {
      let names = compiler.spellings(in: [value])
      if !names.isEmpty { return names }
    }
    return resource.actions(compiler.run)
  }

  private func ignoresFailure(_ state: ResourceState.State) -> Bool {
    guard let value = state["ignore_failure"] else { return false }
    return value.truth ?? false
  }

  private func properties(_ resource: ResourceState, isSensitive: Bool) -> [CompiledResource.Property] {
    var properties = resource.state.values.filter { $0.name != "guard_interpreter" && $0.name != "sensitive" }
      .map { entry in
        let isSecret = resource.kind.property(entry.name)?.isSensitive == true
        let hides = isSecret || isSensitive && !Self.open.contains(entry.name)
        return CompiledResource.Property(name: entry.name, value: hides ? .secret : writer.value(entry.value))
      }
    if let doubt = resource.state.actionDoubt {
      properties.append(.init(name: "action", value: .unknown(UnknownReason(doubt))))
    }
    return properties.sorted { $0.name < $1.name }
  }

  private func guardValue(_ entry: ResourceState.Guard) -> CompiledResource.Guard {
    entry.block == nil ? .command(entry.value.map(writer.value) ?? .null) : .block
  }

  private func notification(_ notice: ResourceState.Notice) -> CompiledResource.Notification {
    CompiledResource.Notification(
      action: notice.action, target: target(notice.target), timing: notice.timing,
      location: notice.place?.location)
  }

  private func target(_ target: ResourceState.Notice.Target) -> String? {
    switch target {
    case .text(let text): text
    case .unknown: nil
    case .resource(let object):
      (object.payload as? ResourceState).flatMap { state in
        if case .string(let name) = state.name { "\(state.type)[\(name.string)]" } else { nil }
      }
    }
  }
}
