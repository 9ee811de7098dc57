import Diagnostics
import RubyEvaluation
import Source

/// Makes a fault of an exception that ends a resource while it converges.
struct ConvergeFailure {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// The fault, with the way to the resource; nil where it was noted already.
  ///
  /// `rounds` is how often code of which it is not known how often it runs had run before: what it would gather is
  /// missing since.
  func fault(
    _ failure: RubyFailure, of state: ResourceState, _ certainty: ChefFault.Certainty,
    since rounds: Int? = nil
  ) -> ChefFault? {
    compiler.writtenPlace = state.written
    defer { compiler.writtenPlace = nil }
    guard let fault = FailureReader(compiler).fault(failure, otherwise: state.place) else { return nil }
    let misses = rounds.map { $0 < compiler.run.openRounds && !isOfName(failure) } ?? false
    let isSure = certainty == .sure && isOwn(failure) && !compiler.hasGap && !misses
    return fault.reached(by: compiler.chain(to: state), isSure ? .sure : .maybe)
  }

  /// Whether a name is used that nothing has, whatever the values are.
  private func isOfName(_ failure: RubyFailure) -> Bool {
    guard failure.className == "NoMethodError" || failure.className == "NameError" else { return false }
    return failure.message?.hasSuffix("nil:NilClass") == false
  }

  /// Whether a value of Ruby's own is asked for a method that it has not: unless a gem that is not read may add it.
  private func isMistaken(_ failure: RubyFailure) -> Bool {
    guard case .object(let object) = failure.exception, let state = object.payload as? RubyExceptionState,
      let name = state.name
    else { return false }
    switch state.receiver {
    case .integer, .float, .string, .symbol, .array, .hash, .boolean, .range:
      if compiler.unreadLibraries.isEmpty { return true }
      let spelling = compiler.run.spelling(of: name)
      return StandardNames.isOfValues(spelling)
        || NameSearch(compiler).method(near: spelling, of: state.receiver) != nil
    default: return false
    }
  }

  /// Whether it is one of Chef's own, whose cause is known.
  private func isTold(_ failure: RubyFailure) -> Bool {
    guard case .object(let object) = failure.exception else { return false }
    return (object.payload as? RubyExceptionState)?.detail is RaisedFault
  }

  /// Chef gives its own classes further methods, and gems those of Ruby; but none to nil, to the providers of cookbooks
  /// and to resources.
  private func isOwn(_ failure: RubyFailure) -> Bool {
    guard failure.className == "NoMethodError" || failure.className == "NameError",
      let message = failure.message, message.hasPrefix("undefined")
    else { return true }
    if message.hasSuffix("nil:NilClass") || isMistaken(failure) || isTold(failure) { return true }
    guard let name = message.firstRange(of: "for an instance of ").map({ message[$0.upperBound...] }) else {
      return false
    }
    return name.hasSuffix("::ActionProvider") || name.hasPrefix("Chef::Resource")
      || name.hasPrefix("Chef::Provider") || name.hasPrefix("Chef::CookbookResources")
      || name == "Chef::Mixin::Template::TemplateContext"
  }
}

extension RecipeCompiler {
  /// The way to a resource, outermost first: the run list, the calls that led there, the resources whose actions
  /// declare it, itself.
  func chain(to state: ResourceState) -> [ChainLink] {
    guard let place = state.place?.location ?? state.written else { return chain(around: state) }
    return chain(around: state) + [
      ChainLink("resource `\(state.type)[\(CollectionResult.shown(state.name))]`", at: place)
    ]
  }

  /// The way to the place of a resource, without that.
  func chain(around state: ResourceState) -> [ChainLink] {
    let known = Set(state.reach.map(\.location))
    var seen = known
    if let place = state.place?.location { seen.insert(place) }
    let callers = state.callers.reversed().filter { seen.insert($0.location).inserted }
    return state.reach + callers.suffix(8).map(\.link)
  }
}
