import Diagnostics
import RubyEvaluation
import RubySyntax
import Source

/// Makes a fault of an exception that nothing rescued.
struct FailureReader {
  private let compiler: RecipeCompiler

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// The fault; nil where it was noted already, and where the recipe ends the run of its own will.
  ///
  /// `fallback` is where it is shown if nothing in the program raised it.
  func fault(_ failure: RubyFailure, otherwise fallback: RubyPlace? = nil) -> ChefFault? {
    guard failure.className != "SyntaxError" else { return nil }
    let certainty: ChefFault.Certainty = isSure(failure) ? .sure : .maybe
    let raised = ChefFault.Kind.raised(
      className: failure.className, message: failure.message ?? "the message cannot be told")
    var state: RubyExceptionState?
    if case .object(let object) = failure.exception { state = object.payload as? RubyExceptionState }
    let detail = state?.detail as? RaisedFault
    let notes = (state?.detail as? RaisingConversion).map { [$0.note] } ?? []
    if failure.place == nil, let location = detail?.location ?? compiler.writtenPlace {
      return ChefFault(
        detail?.kind ?? raised, certainty, at: location, help: detail?.help, chain: chain(failure))
    }
    guard let place = failure.place ?? failure.callers.first ?? fallback else { return nil }
    if let detail {
      return ChefFault(
        detail.kind, certainty, at: place.location(of: detail.part), help: detail.help, chain: chain(failure))
    }
    if let found = state.flatMap({ NameFailure($0, at: place, compiler) }) {
      return ChefFault(
        found.kind ?? raised, certainty, at: found.location, notes: notes, help: found.help,
        chain: chain(failure))
    }
    return ChefFault(raised, certainty, at: place.location(of: .head), notes: notes, chain: chain(failure))
  }

  /// Whether every run fails so; a library that is not read may bring what is missing.
  func isSure(_ failure: RubyFailure) -> Bool {
    guard failure.certainty == .sure else { return false }
    // Code that cannot be followed may bring methods, resources and attributes: almost anything may be otherwise. So does
    // a cookbook that is not here where it changes Chef itself; what else it may bring cannot be told, and fails nowhere.
    let isOpen = compiler.hasGap || (AbsentCookbooks(compiler)?.changeAll ?? false)
    if isOpen, !Self.ownFaults.contains(failure.className) { return false }
    guard !compiler.unreadLibraries.isEmpty else { return true }
    return !(failure.message?.hasPrefix("uninitialized constant") ?? false) && !isAskedOfLibrary(failure)
  }

  /// Whether a class or module of Ruby's library lacks a method, or a value of such a class: a gem may give it one.
  private func isAskedOfLibrary(_ failure: RubyFailure) -> Bool {
    guard case .object(let object) = failure.exception, let state = object.payload as? RubyExceptionState,
      let receiver = state.receiver
    else { return false }
    return switch receiver {
    case .module(let module): module.isCore
    case .nil, .object, .unknown: false
    default: state.name != nil
    }
  }

  /// Exceptions that tell of a cookbook which is here.
  private static let ownFaults: Set<String> = [
    "Chef::Exceptions::RecipeNotFound", "Chef::Exceptions::CookbookNotFound",
    "Chef::Exceptions::AmbiguousYAMLFile", "SyntaxError",
  ]

  /// The calls that led there, outermost first, without the place itself.
  private func chain(_ failure: RubyFailure) -> [ChainLink] {
    var seen: Set<Location> = []
    let places = failure.callers.reversed().filter {
      $0.location != failure.place?.location && seen.insert($0.location).inserted
    }
    return places.suffix(8).map(\.link)
  }
}

extension RubyPlace {
  /// A call as a step of the way to what it leads to.
  var link: ChainLink {
    guard case .call(let call) = program.tree.shape(of: node),
      ["include_recipe", "load_recipe", "require_recipe"].contains(program.tree.spelling(of: call.selector))
    else { return ChainLink("called", at: location) }
    return ChainLink("included", at: location)
  }
}
