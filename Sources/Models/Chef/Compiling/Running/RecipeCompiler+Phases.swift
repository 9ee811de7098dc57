import Diagnostics
import RubyEvaluation
import RubySyntax
import Source

extension RecipeCompiler {
  /// Goes through Chef's phases: libraries, attributes, classes of resources, definitions, recipes; false where the run
  /// surely breaks on the way.
  func compile() -> Bool {
    prepare()
    for reason in input.run.runList.unknowns { findings.note(reason) }
    let order = input.run.closure.order
    for reason in order.compactMap(\.files.unseen) { findings.note(reason) }
    guard
      phase(
        order, { $0.libraries }, { (program) throws(Unwinding) in try self.evaluateAtTop(program, at: nil) }),
      attributePhase(order),
      phase(order, { $0.providers }, { (program) throws(Unwinding) in try self.loadProvider(program) }),
      phase(order, { $0.resources }, { (program) throws(Unwinding) in try self.loadResource(program) }),
      phase(order, { $0.definitions }, { (program) throws(Unwinding) in try self.loadDefinitions(program) })
    else { return false }
    for entry in input.run.runList.entries {
      guard !loadedRecipes.contains(entry.recipe) else { continue }
      guard let file = input.run.closure[entry.recipe.cookbook]?.recipe(entry.recipe.recipe) else { continue }
      let chain = entry.chain + [ChainLink("run list", at: entry.item.location)]
      reach = chain
      let result = run.attempt { () throws(Unwinding) in
        try self.load(entry.recipe, file, at: nil)
        return .nil
      }
      reach = []
      guard take(result, reached: chain) else { return false }
    }
    return true
  }

  /// Loads some files of every cookbook; false where one breaks the run.
  private func phase(
    _ order: [Cookbook], _ paths: (Cookbook) -> [String], _ load: (RubyProgram) throws(Unwinding) -> Void
  ) -> Bool {
    for cookbook in order {
      self.cookbook = cookbook.name
      for path in paths(cookbook) {
        guard loadedFiles.insert(path).inserted else { continue }
        let result = run.attempt { () throws(Unwinding) in
          guard let program = try self.program(at: path) else { return .nil }
          if let fault = self.refusal(of: program) { throw self.syntaxError(fault, in: program) }
          try load(program)
          return .nil
        }
        guard take(result, reached: []) else { return false }
      }
    }
    return true
  }

  private func attributePhase(_ order: [Cookbook]) -> Bool {
    for cookbook in order {
      self.cookbook = cookbook.name
      for file in cookbook.attributeFiles {
        let result = run.attempt { () throws(Unwinding) in
          try self.loadAttributes(cookbook, file)
          return .nil
        }
        guard take(result, reached: []) else { return false }
      }
    }
    return true
  }

  /// Notes how a file ended; false where the run breaks there.
  private func take(_ result: RubyResult, reached chain: [ChainLink]) -> Bool {
    switch result {
    case .value: return true
    case .stopped(let unknown):
      findings.note(unknown)
      return true
    case .failed(let failure):
      if let fault = FailureReader(self).fault(failure) { findings.add(fault.reached(by: chain)) }
      let isSure = FailureReader(self).isSure(failure)
      // What the rest of the file declares is missing then.
      if !isSure { findings.note(UnknownReason("an exception may end a file", at: failure.place?.location)) }
      return !isSure
    }
  }

  /// Runs a library at the top level.
  func evaluateAtTop(_ program: RubyProgram, at place: RubyPlace?) throws(Unwinding) {
    _ = try run.run(program)
  }

  /// Runs a file inside of a class.
  func evaluate(_ program: RubyProgram, in module: RubyModule, _ call: CoreCall?) throws(Unwinding) {
    if let fault = refusal(of: program) { throw syntaxError(fault, in: program) }
    _ = try run.run(program, self: .module(module), definee: module)
  }

  /// A file of `resources/`: a class that is named after it.
  private func loadResource(_ program: RubyProgram) throws(Unwinding) {
    let name = resourceName(of: program)
    let above = run.constant("LWRPBase", in: classes.resource) ?? classes.resource
    let module = run.makeClass(Self.className(name), superclass: above, in: classes.cookbookResources)
    guard let kind = kind(of: module) else { return }
    if program.tree.text.bytes.mentions("File") { FileConstant(self).hideRubys() }
    let before = providers[name]?.count ?? 0
    try evaluate(program, in: module, nil)
    let hasOwnName = (providers[name]?.count ?? 0) > before
    if !hasOwnName, providers[name] == nil { provide(name, kind, nil) }
    if kind.name == nil { kind.name = name }
  }

  /// A file of `providers/`: a class that takes the resources which are named after it.
  private func loadProvider(_ program: RubyProgram) throws(Unwinding) {
    let name = resourceName(of: program)
    let above = run.constant("LWRPBase", in: classes.provider) ?? classes.provider
    let module = run.makeClass(
      Self.className(name) + "Provider", superclass: above, in: classes.cookbookResources)
    providerClasses[name, default: []].append(module)
    try evaluate(program, in: module, nil)
  }

  /// The name of the resource that a file of `resources/` or `providers/` is for.
  func resourceName(of program: RubyProgram) -> String {
    let base = program.path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
    let name = base == "default" ? cookbook : "\(cookbook)_\(base)"
    return String(name.map { $0 == "-" ? "_" : $0 })
  }

  private static func className(_ name: String) -> String {
    name.split { !($0.isLetter || $0.isNumber) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// Takes actions of a resource at once, while compiling.
  func take(_ actions: [String], of state: ResourceState, _ resource: RubyValue) {
    guard case .object(let object) = resource else { return }
    mayHaveTouched = true
    BuiltInAction(self, after: .unknown).takeNow(actions, state, object)
  }

  private func loadDefinitions(_ program: RubyProgram) throws(Unwinding) {
    let state = RecipeState(cookbook: cookbook, recipe: "")
    _ = try run.run(program, self: .object(RubyObject(of: classes.recipe, payload: state)))
  }
}
