import RubyEvaluation
import Source

/// Takes the resources of a run in their order, as Chef does once it has compiled, as far as that can be told without the
/// machine: guards, the files that they make, the code of cookbooks that they run, and what that declares.
///
/// A class because the actions that it runs declare resources which it is to take at once.
final class Convergence {
  let compiler: RecipeCompiler
  /// What the files of the run's own resources would hold.
  private(set) var files: [CompiledFile] = []
  private let lookup: CookbookFileLookup.Host
  /// The notifications that were followed.
  private var fired: Set<Firing> = []
  private var depth = 0
  private var taken = 0
  private var earlier = EarlierResources()

  private static let depthLimit = 12
  /// How many resources are followed.
  static let countLimit = 20_000

  private struct Firing: Hashable {
    let resource: ObjectIdentifier
    let action: String
  }

  init(_ compiler: RecipeCompiler) {
    self.compiler = compiler
    lookup = FileRendering.host(of: compiler)
  }

  var run: RubyInterpreter { compiler.run }

  /// Takes all resources of the run.
  func converge() {
    compiler.convergence = self
    compiler.writtenPlace = nil
    converge(compiler.root)
    compiler.convergence = nil
  }

  /// Takes the resources of a collection; those that are added on the way come after the others.
  func converge(_ collection: ResourceCollection) {
    for fault in CollectionCheck(collection, compiler).faults() { compiler.findings.add(fault) }
    for fault in RequirementCheck(compiler).faults(in: collection) { compiler.findings.add(fault) }
    guard !collection.isUnified else { return }
    var position = 0
    while position < collection.resources.count {
      take(collection.resources[position], at: collection === compiler.root ? position : nil)
      position += 1
    }
  }

  /// Takes one resource; `position` is its place among the run's own.
  func take(_ object: RubyObject, at position: Int? = nil) {
    taken += 1
    guard let state = object.payload as? ResourceState else { return }
    guard taken < Self.countLimit else {
      compiler.hasGap = true
      let reason = "more than \(Self.countLimit) resources are taken: what the rest does is not followed"
      return compiler.findings.note(UnknownReason(reason, at: state.place?.location))
    }
    let actions = state.actions(run).filter { $0 != "nothing" }
    guard !actions.isEmpty else { return render(state, object, .maybe, at: position) }
    let outlook = GuardReader(compiler).outlook(of: state)
    let provider = ProviderFinder(compiler).provider(of: state, object)
    if case .builtIn = provider { render(state, object, outlook.certainty, at: position) }
    switch outlook {
    case .never: return
    case .sure: for action in actions { act(action, state, object, provider, because: nil) }
    case .maybe(let doubt): for action in actions { act(action, state, object, provider, because: doubt) }
    }
    notify(of: state)
  }

  private func render(
    _ state: ResourceState, _ object: RubyObject, _ certainty: ChefFault.Certainty, at position: Int?
  ) {
    let file = FileRendering(compiler, lookup, certainty).file(of: state, object)
    if let file, let position {
      files.append(
        CompiledFile(path: file.path, mode: file.mode, content: file.content, resource: position))
    }
  }

  /// Does what an action does; `doubt` is why it may not be done.
  private func act(
    _ action: String, _ state: ResourceState, _ object: RubyObject, _ provider: ProviderFinder.Provider,
    because doubt: RubyUnknown?
  ) {
    switch provider {
    case .builtIn(let name):
      BuiltInAction(compiler, after: earlier).take(action, name, state, object, because: doubt)
      let path = EarlierResources.pathProperty(of: name).flatMap {
        CertainFailure(compiler, after: earlier).text($0, state, object)
      }
      earlier.take(name, at: path)
    case .missing: lack(state, because: doubt)
    case .unknown:
      compiler.hasGap = true
      earlier.takeUnknown()
    case .cookbook(let module):
      earlier.takeUnknown()
      guard depth < Self.depthLimit else { return compiler.hasGap = true }
      depth += 1
      compiler.findings.isMuted = true
      CustomAction(self, module).take(action, state, object, because: doubt)
      depth -= 1
      compiler.findings.isMuted = depth > 0
    }
  }

  /// Tells that nothing takes a resource.
  private func lack(_ state: ResourceState, because doubt: RubyUnknown?) {
    guard let location = state.location(of: .head) else { return }
    let message = "Cannot find a provider for \(state.type)[\(CollectionResult.shown(state.name))]"
    compiler.findings.add(
      ChefFault(
        .raised(className: "Chef::Exceptions::ProviderNotFound", message: message),
        doubt == nil ? .sure : .maybe,
        at: location, help: "give the resource an `action` with a block, or the cookbook a provider for it",
        chain: compiler.chain(around: state)))
  }

  /// Whether a resource changes something is not known, so that what it notifies may be done.
  private func notify(of state: ResourceState) {
    for notice in state.state.notifies {
      guard let target = target(of: notice) else { continue }
      fire(notice.action, target, notice)
    }
    for subscriber in compiler.scope.subscribers(of: state) {
      for notice in (subscriber.payload as? ResourceState)?.state.subscribes ?? [] {
        fire(notice.action, subscriber, notice)
      }
    }
  }

  private func target(of notice: ResourceState.Notice) -> RubyObject? {
    switch notice.target {
    case .resource(let object): object
    case .text(let text): compiler.scope.target(text)
    case .unknown: nil
    }
  }

  private func fire(_ action: String, _ target: RubyObject, _ notice: ResourceState.Notice) {
    guard let state = target.payload as? ResourceState,
      fired.insert(Firing(resource: ObjectIdentifier(target), action: action)).inserted
    else { return }
    let provider = ProviderFinder(compiler).provider(of: state, target)
    let doubt = RubyUnknown(
      "whether a notification is sent is known when the run converges", at: notice.place)
    act(action, state, target, provider, because: doubt)
  }
}
