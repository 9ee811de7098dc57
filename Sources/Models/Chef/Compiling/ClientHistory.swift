import RubyEvaluation
import Source

/// What the client of the run has, and the latest one has not; and the other way round.
///
/// All else is that of the latest version.
struct ClientHistory {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  private var client: ClientVersion { compiler.input.run.setup.client.judged }

  /// What a call of something gives that the client still has; nil where it has it no more, or never had.
  func answer(to call: CoreCall) throws(Unwinding) -> RubyValue? {
    let name = compiler.run.spelling(of: call.name)
    guard case .object(let object) = call.receiver else { return nil }
    if object === compiler.node { return try answer(ofNode: name, call) }
    let removed = compiler.input.removed
    let features: [RemovedFeature] =
      switch object.payload {
      case let state as ResourceState:
        removed.properties.filter { $0.resources.isEmpty || $0.resources.contains(state.type) }
      case is RecipeState: removed.resources + removed.methods.filter { $0.receiver == nil }
      default: []
      }
    guard features.contains(where: { $0.name == name && isStillThere($0) }) else { return nil }
    return call.unknown("`\(name)` of an older Chef is not followed")
  }

  private func isStillThere(_ feature: RemovedFeature) -> Bool { client.isAtLeast(feature.since) != true }

  /// Methods of the node; until Chef 13 its attributes were among them.
  private func answer(ofNode name: String, _ call: CoreCall) throws(Unwinding) -> RubyValue? {
    let methods = compiler.input.removed.methods
    if let feature = methods.first(where: { $0.name == name && $0.receiver == "node" && isStillThere($0) }) {
      guard let like = feature.like else {
        return call.unknown("`node.\(name)` of an older Chef is not followed")
      }
      return try call.run.call(
        call.receiver, call.run.symbol(like), call.arguments, hasKeywords: call.hasKeywords,
        block: call.block,
        at: call.place)
    }
    guard client.isAtLeast(13) != true, call.count == 0, call.block == nil else { return nil }
    return compiler.attributes.value(name)
  }

  /// Refuses a resource or property that came with a later version than the client's.
  func check(_ what: String, since: String?, _ call: CoreCall) throws(Unwinding) {
    guard let since, let version = GemVersion(since), client.isSurelyBelow(version) else { return }
    throw call.run.raise(
      "NoMethodError", "\(what) came with Chef \(since)",
      RaisedFault(.newerThanClient(what, since: since), in: .name), at: call.place)
  }
}
