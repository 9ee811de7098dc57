import Host
import RubyEvaluation
import Source

/// Renders a template as Chef does: variables as `@name`, the node, helpers, partials.
struct TemplateRenderer {
  private let compiler: RecipeCompiler
  private let cookbook: Cookbook
  private let lookup: CookbookFileLookup.Host
  private static let depthLimit = 64

  init(_ compiler: RecipeCompiler, cookbook: Cookbook, lookup: CookbookFileLookup.Host) {
    self.compiler = compiler
    self.cookbook = cookbook
    self.lookup = lookup
  }

  private var run: RubyInterpreter { compiler.run }

  func render(
    _ path: String, _ state: ResourceState, _ object: RubyObject
  ) throws(Unwinding) -> RubyString {
    let call = CoreCall(
      run, .object(object), run.symbol("variables"), [], hasKeywords: false, block: nil, at: state.place)
    let variables = try compiler.property("variables", of: state, object, call) ?? .nil
    let context = try context(copied(variables, call), state, at: state.place)
    return try render(path, context)
  }

  /// The variables as Chef gives them to a template: its hashes and lists are new ones, so that those of attributes can be
  /// changed there.
  private func copied(
    _ value: RubyValue, _ call: CoreCall, depth: Int = 0
  ) throws(Unwinding) -> RubyValue {
    guard depth < Self.depthLimit, value.doubt == nil else { return value }
    switch value.settled {
    case .array(let array):
      var elements: [RubyValue] = []
      for element in array.elements { elements.append(try copied(element, call, depth: depth + 1)) }
      return .array(RubyArray(elements))
    case .hash(let hash) where hash.openness == nil && hash.absence == nil:
      var pairs: [(RubyValue, RubyValue)] = []
      for entry in hash.entries { pairs.append((entry.key, try copied(entry.value, call, depth: depth + 1))) }
      let attributes = compiler.classes.attributes
      guard run.isA(run.module(of: value), attributes.mash) else { return .hash(RubyHash(pairs)) }
      return .hash(attributes.hash(pairs, of: attributes.mash))
    default:
      guard let block = compiler.lazyBlock(value), case .object(let owner) = call.receiver else {
        return value
      }
      return try compiler.evaluate(block, for: owner, call)
    }
  }

  private func render(_ path: String, _ context: RubyObject) throws(Unwinding) -> RubyString {
    guard let program = try compiler.template(at: path) else {
      throw run.raise("RuntimeError", "`\(path)` cannot be read", at: nil)
    }
    if let fault = compiler.refusal(of: program) { throw compiler.syntaxError(fault, in: program) }
    compiler.rendered = context
    return try run.render(program, self: .object(context))
  }

  /// The `self` of a template: a class of its own, so that what it is extended with stays with it.
  private func context(
    _ variables: RubyValue, _ state: ResourceState, at place: RubyPlace?
  ) throws(Unwinding) -> RubyObject {
    let object = RubyObject(
      of: compiler.classes.templateContext,
      payload: TemplateState(self, doubtOfUnset: Self.doubt(of: variables)))
    set("node", .object(compiler.node), object)
    set("cookbook_name", compiler.value(state.cookbook), object)
    set("recipe_name", compiler.value(state.recipe), object)
    try set(variables, object, in: .property("variables"), at: place)
    let singleton = run.singletonClass(of: object)
    for said in state.state.calls {
      switch said.name {
      case "helper":
        guard let name = said.arguments.first.flatMap(compiler.spelling), let block = said.block else {
          continue
        }
        run.define(name, in: singleton, .procedure(block))
      case "helpers":
        for case .module(let module) in said.arguments { run.include(module, in: singleton) }
        if let block = said.block {
          _ = try run.call(block, as: .module(singleton), definee: singleton, at: place)
        }
      default: continue
      }
    }
    return object
  }

  private func set(_ name: String, _ value: RubyValue, _ object: RubyObject) {
    run.setVariable(run.symbol("@" + name), value, of: object)
  }

  /// Each entry of `variables`, a part of the call at a place, as a variable of its own.
  private func set(
    _ variables: RubyValue, _ object: RubyObject, in part: CallPart, at place: RubyPlace?
  ) throws(Unwinding) {
    guard case .hash(let hash) = variables.settled else { return }
    for entry in hash.entries {
      guard let name = compiler.spelling(of: entry.key) else { continue }
      guard Self.isVariable(name) || entry.value.absence(from: hash) != nil else {
        let message = "'@\(name)' is not allowed as an instance variable name"
        throw run.raise(
          "NameError", message,
          RaisedFault(.raised(className: "NameError", message: message), in: part), at: place)
      }
      set(name, entry.value, object)
    }
  }

  /// Whether a template can read a variable of a name.
  private static func isVariable(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte)
        || (0x61...0x7A).contains(byte | 0x20)
    }
  }

  /// Why a template may have variables that are not among the entries.
  private static func doubt(of variables: RubyValue) -> RubyUnknown? {
    switch variables.settled {
    case .unknown(let doubt): doubt
    case .hash(let hash):
      hash.doubt ?? hash.openness ?? hash.entries.lazy.compactMap(\.key.doubt).first
    default: nil
    }
  }

  /// `render 'partial.erb', variables: {…}` inside of a template.
  func partial(_ call: CoreCall, depth: Int) throws(Unwinding) -> RubyValue {
    guard case .object(let outer) = call.receiver, let name = compiler.spelling(of: call[0]) else {
      return call.unknown("which partial is meant")
    }
    guard depth < Self.depthLimit else {
      guard call.run.certainty == .sure else { return call.unknown("partials lie too deep in each other") }
      throw call.raise("SystemStackError", "stack level too deep: the partial renders itself again and again")
    }
    if let local = call.option("local"), local.truth != false {
      return call.unknown("a partial on the machine")
    }
    var owner = cookbook
    if let other = call.option("cookbook").flatMap(compiler.spelling) {
      guard let found = compiler.input.run.closure[other] else {
        return call.unknown("the cookbook `\(other)`")
      }
      owner = found
    }
    let source = call.option("source").flatMap(compiler.spelling) ?? name
    switch CookbookFileLookup(in: owner, for: lookup).file(source, in: .templates) {
    case .open: return call.unknown("which partial the machine gets")
    case .missing:
      throw run.raise(
        compiler.classes.error("FileNotFound"),
        "Cookbook '\(owner.name)' does not contain a file at templates/\(source)", at: call.place)
    case .found(let paths):
      guard let path = paths.first else { return call.unknown("which partial is meant") }
      let given = call.option("variables")
      let doubt = given.map(Self.doubt) ?? outer.payload?.doubtOfUnset
      let inner = RubyObject(
        of: outer.module, payload: TemplateState(self, depth: depth + 1, doubtOfUnset: doubt))
      if let given {
        set("node", .object(compiler.node), inner)
        try set(given, inner, in: .option("variables"), at: call.place)
      } else {
        for (name, value) in outer.variables { run.setVariable(name, value, of: inner) }
      }
      let text = try render(owner.fullPath(path), inner)
      return text.doubt.map { .unknown($0) } ?? .string(text)
    }
  }
}

/// What a template's `self` knows of its rendering.
final class TemplateState: RubyPayload {
  let renderer: TemplateRenderer
  let depth: Int
  /// Why it may have variables that are not told.
  let doubtOfUnset: RubyUnknown?

  init(_ renderer: TemplateRenderer, depth: Int = 0, doubtOfUnset: RubyUnknown?) {
    self.renderer = renderer
    self.depth = depth
    self.doubtOfUnset = doubtOfUnset
  }
}
