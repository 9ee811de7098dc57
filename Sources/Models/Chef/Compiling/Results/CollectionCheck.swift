import Diagnostics
import RubyEvaluation
import Source

/// What Chef checks before it takes the resources of a collection: whether every notified resource is there.
struct CollectionCheck {
  private let resources: [ResourceState]
  private let compiler: RecipeCompiler
  /// The resources by `type[name]`, here and further out.
  private var targets: [String: ResourceState] = [:]
  private var hasUnknownName = false

  init(_ collection: ResourceCollection, _ compiler: RecipeCompiler) {
    self.compiler = compiler
    resources = collection.resources.compactMap { $0.payload as? ResourceState }
    guard resources.contains(where: { !$0.state.notifies.isEmpty || !$0.state.subscribes.isEmpty }) else {
      return
    }
    var current: ResourceCollection? = collection
    while let level = current {
      for case let state as ResourceState in level.resources.map(\.payload) {
        let names = state.knownNames
        hasUnknownName = hasUnknownName || names.isEmpty
        for name in names where targets[name] == nil || level === collection { targets[name] = state }
      }
      current = level.outer
    }
  }

  func faults() -> [ChefFault] {
    resources.flatMap { state in
      let notified: [ChefFault] = state.state.notifies.compactMap { notice in
        guard let target = words(of: notice.target) else { return nil }
        return missing(target, notice, state) ?? several(target, notice, state)
          ?? badAction(target, notice, state)
      }
      return notified + state.state.subscribes.compactMap { badSubscription($0, state) }
    }
  }

  private func words(of target: ResourceState.Notice.Target) -> String? {
    switch target {
    case .text(let text): text
    case .unknown: nil
    case .resource(let object): (object.payload as? ResourceState).flatMap(\.key)
    }
  }

  /// An action that the notified resource does not have: it fails when it is taken.
  private func badAction(
    _ target: String, _ notice: ResourceState.Notice, _ state: ResourceState
  ) -> ChefFault? {
    targets[target].flatMap { badAction(notice, of: $0, called: target, from: state) }
  }

  private func badAction(
    _ notice: ResourceState.Notice, of notified: ResourceState, called target: String,
    from state: ResourceState
  ) -> ChefFault? {
    guard !notice.action.isEmpty, let place = notice.place?.location(of: .argument(0)) else { return nil }
    let allowed = ["nothing"] + notified.kind.allowedActions
    guard !allowed.contains(notice.action) else { return nil }
    // A `log` changes nothing, and what a guard holds back does not take the action.
    let isSent =
      state.isFree && notified.isFree && state.actions(compiler.run) != ["nothing"] && state.type != "log"
    let isSure = isSent && isCertain(state)
    return ChefFault(
      .badNotifiedAction(notice.action, target: target, allowed: allowed), isSure ? .sure : .maybe, at: place,
      labels: notified.place.map { [Label("`\(target)` is declared here", at: $0.location)] } ?? [],
      chain: compiler.chain(around: state))
  }

  /// An action that a resource subscribes with and does not have.
  private func badSubscription(_ notice: ResourceState.Notice, _ state: ResourceState) -> ChefFault? {
    guard isCertain(state), notice.certainty == .sure, let key = state.key,
      let source = words(of: notice.target).flatMap({ targets[$0] })
    else { return nil }
    return badAction(notice, of: state, called: key, from: source)
  }

  private func missing(
    _ target: String, _ notice: ResourceState.Notice, _ state: ResourceState
  ) -> ChefFault? {
    guard !exists(target), !hasUnknownName,
      let place = notice.place?.location(of: .text(target, otherwise: 1))
    else { return nil }
    let isSure =
      isCertain(state) && compiler.findings.unknowns.isEmpty && !compiler.hasGap && !compiler.mayHoldMore
    return ChefFault(
      .missingNotified(target, near: Suggestion.nearest(to: target, among: Set(targets.keys))),
      isSure ? .sure : .maybe, at: place, chain: compiler.chain(around: state))
  }

  /// A target that stands for more than one resource: looked up, that is refused.
  private func several(
    _ target: String, _ notice: ResourceState.Notice, _ state: ResourceState
  ) -> ChefFault? {
    guard targets[target] == nil, targets[target + "[]"] == nil, exists(target),
      let place = notice.place?.location(of: .text(target, otherwise: 1))
    else { return nil }
    return ChefFault(
      Self.several, isCertain(state) && !hasUnknownName ? .sure : .maybe, at: place,
      help: "write a `notifies` for each of them", chain: compiler.chain(around: state))
  }

  static let severalWords = "a notification goes to one resource, and this names more than one"
  static let several = ChefFault.Kind.raised(
    className: "Chef::Exceptions::InvalidResourceReference", message: severalWords)

  /// Whether the resource is surely there as it is known.
  private func isCertain(_ state: ResourceState) -> Bool {
    state.state.certainty == .sure && state.state.actionDoubt == nil && state.name.doubt == nil
  }

  /// Whether a target is there: `type[name]`, `type[one,two]`, or a type alone for one without a name.
  private func exists(_ target: String) -> Bool {
    if targets[target] != nil || targets[target + "[]"] != nil { return true }
    guard let open = target.firstIndex(of: "["), target.hasSuffix("]") else { return false }
    let type = target[..<open]
    let names = target[target.index(after: open)...].dropLast().split(separator: ",")
    return names.count > 1 && names.allSatisfy { targets["\(type)[\($0.drop { $0 == " " })]"] != nil }
  }
}

extension ResourceState {
  /// Whether no guard can hold it back.
  var isFree: Bool { state.onlyIf.isEmpty && state.notIf.isEmpty }

  /// What a notification calls it; nil where its name cannot be told.
  var key: String? { if case .string(let name) = name { "\(type)[\(name.string)]" } else { nil } }
}
