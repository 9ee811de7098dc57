import Diagnostics
import Host
import RubyEvaluation
import RubySyntax
import Source

/// Compiles a run list as Chef does, without Chef: the host of the Ruby that cookbooks are written in.
///
/// A class because the interpreter calls back into it.
final class RecipeCompiler: RubyHost {
  let input: CompilerInput
  var store: SourceStore
  private var interpreter: RubyInterpreter?
  private var madeClasses: ChefClasses?
  private var madeAttributes: NodeAttributes?
  /// `Chef::Node`, the one of the run.
  var node = RubyObject(of: nil)
  var runContext = RubyObject(of: nil)

  /// The resources of the run.
  let root = ResourceCollection()
  /// Where what is declared goes.
  var scope: ResourceCollection
  /// What takes the resources, once all is compiled.
  var convergence: Convergence?
  /// The provider whose action runs.
  var acting: RubyObject?
  /// The way to what runs, outermost first.
  var reach: [ChainLink] = []
  /// Whether something was done of which it is not known what.
  var hasGap = false
  /// Whether a recipe says where the key of encrypted data bags lies.
  var mayHaveSecret = false
  /// Whether code of the cookbooks, or an action that is taken while compiling, may have changed files of the machine.
  var mayHaveTouched = false
  /// Whether there may be resources of which nothing is known.
  var mayHoldMore = false
  /// What is declared in a recipe of YAML: where that fails, no place in Ruby tells it.
  var writtenPlace: Location?
  var kinds: [ObjectIdentifier: ResourceKind] = [:]
  /// What comes with Chef under the names that recipes have called.
  var builtInKinds: [String: ResourceKind] = [:]
  /// What answers to a name that cookbooks brought: the last that provides it first.
  var providers: [String: [ProvidedName]] = [:]
  /// The classes that say that they take resources of a name.
  var providerClasses: [String: [RubyModule]] = [:]
  var definitions: [String: Definition] = [:]
  /// What names that resources do not have were meant to be, as far as it was asked.
  var nearProperties: [NearName: String?] = [:]
  /// Recipes in the order of loading, and those that are loaded.
  var loadedRecipes: [RecipeName] = []
  /// Libraries of Ruby that a cookbook asks for and that are not read.
  var unreadLibraries: [String] = []
  /// Files that are loaded once.
  var loadedFiles: Set<String> = []
  var findings = CompilerFindings()
  var secrets = RunSecrets()
  /// The recipe that runs, innermost last.
  var recipes: [RecipeName] = []
  /// The `self` of the template that is rendered last.
  var rendered: RubyObject?
  /// The parsed files of the run.
  var programs: [String: RubyProgram] = [:]
  /// `node.run_state`.
  let runState = RubyHash()
  /// The cookbook whose file is loaded: whose resources a class is named after.
  var cookbook = ""
  /// Conditions under which what runs is `maybe` besides those that the interpreter knows.
  var doubt: Certainty = .sure

  init(_ input: CompilerInput, store: SourceStore) {
    self.input = input
    self.store = store
    scope = root
  }

  var run: RubyInterpreter {
    if let interpreter { return interpreter }
    let made = RubyInterpreter(host: self)
    interpreter = made
    return made
  }

  var classes: ChefClasses {
    if let madeClasses { return madeClasses }
    let made = ChefClasses(run)
    madeClasses = made
    return made
  }

  var attributes: NodeAttributes {
    if let madeAttributes { return madeAttributes }
    let made = NodeAttributes(run, classes.attributes)
    madeAttributes = made
    return made
  }

  func missing(_ call: CoreCall, isPrivate: Bool) throws(Unwinding) -> RubyValue? {
    if let value = try declared(call) { return value }
    if let value = try ClientHistory(self).answer(to: call) { return value }
    return try AbsentCookbooks(self)?.answer(to: call)
  }

  /// What a call declares or sets; nil for one that does neither.
  private func declared(_ call: CoreCall) throws(Unwinding) -> RubyValue? {
    switch call.receiver {
    case .object(let object):
      switch object.payload {
      case let state as ResourceState:
        if let value = try property(of: state, object, call) { return value }
        if let value = try forwarded(call, from: state) { return value }
        let name = run.spelling(of: call.name)
        return mayHave(property: name, state) ? call.unknown("whether the platform has `\(name)`") : nil
      case let provider as ProviderState: return try missing(call, from: provider)
      case is RecipeState: return try declaration(call)
      case let attributes as NodeAttributes: return try NodeMethods.forwarded(call, attributes)
      default: return try isRecipeLike(call.receiver) ? declaration(call) : nil
      }
    case .module(let module) where run.isA(module, classes.resource):
      try FileConstant(self).refuse(call, of: module)
      return nil
    default: return nil
    }
  }

  func responds(_ receiver: RubyValue, to name: RubySymbol, _ run: RubyInterpreter) -> Bool? {
    guard case .object(let object) = receiver else { return false }
    let spelling = run.spelling(of: name)
    if let attributes = object.payload as? NodeAttributes {
      return run.knows(name, of: .hash(attributes.all))
    }
    if let state = object.payload as? ResourceState { return state.kind.property(spelling) != nil }
    guard isRecipeLike(receiver) else { return false }
    return isResource(spelling) || definitions[spelling] != nil
  }

  func constant(
    _ name: String, in scope: RubyModule?, _ run: RubyInterpreter
  ) throws(Unwinding) -> RubyValue? {
    if let value = try ChefConstants(self).value(name, in: scope) { return value }
    if let value = AbsentCookbooks(self)?.constant(name) { return value }
    return unreadConstant(name)
  }

  func require(_ library: RubyLibrary, _ run: RubyInterpreter) throws(Unwinding) -> RubyValue? {
    try LibraryLoader(self).load(library)
  }

  func answer(_ question: RubyQuestion, _ call: CoreCall) throws(Unwinding) -> RubyValue? {
    try MachineAnswers(self).answer(question, call)
  }

  /// A constant that nothing here has, and that a library may bring which is asked for and not read.
  private func unreadConstant(_ name: String) -> RubyValue? {
    guard let library = unreadLibraries.first else { return nil }
    let reason = "`\(name)` may come from the library `\(library)`, which is not read"
    return .unknown(RubyUnknown(reason, at: nil))
  }

  /// Whether the methods of recipes work on an object.
  private func isRecipeLike(_ value: RubyValue) -> Bool {
    run.isA(run.module(of: value), classes.recipeLanguage)
  }
}

/// What answers to a name.
struct ProvidedName {
  let kind: ResourceKind
  let platforms: [String]
  let families: [String]
  let systems: [String]
  /// A constraint on the platform's version.
  let versions: [String]
  /// A condition of the program; it is called with the node.
  let condition: RubyProcedure?
  /// Whether a part of the filter cannot be told.
  let isUnknown: Bool

  /// Of two that answer, the one with the narrower filter does.
  var specificity: Int {
    (condition == nil ? 0 : 16) + (versions.isEmpty ? 0 : 8) + (platforms.isEmpty ? 0 : 4)
      + (families.isEmpty ? 0 : 2) + (systems.isEmpty ? 0 : 1)
  }
}

/// `define :name, parameter: default do … end`.
struct Definition {
  let parameters: RubyHash
  let body: RubyProcedure
}
