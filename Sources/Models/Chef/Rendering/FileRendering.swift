import Diagnostics
import Host
import RubyEvaluation
import Source

/// Finds out what the file of a `template`, `cookbook_file` or `file` would hold, and what breaks on the way.
struct FileRendering {
  private let compiler: RecipeCompiler
  private let lookup: CookbookFileLookup.Host
  /// Whether the resource is surely taken.
  private let certainty: ChefFault.Certainty

  init(_ compiler: RecipeCompiler, _ lookup: CookbookFileLookup.Host, _ certainty: ChefFault.Certainty) {
    self.compiler = compiler
    self.lookup = lookup
    self.certainty = certainty
  }

  /// What is known of the machine on which files are looked up.
  static func host(of compiler: RecipeCompiler) -> CookbookFileLookup.Host {
    let platform = compiler.input.facts.platform
    func known(_ text: String?) -> Known<String> {
      text.map(Known.value) ?? .unknown(UnknownReason("Ohai tells it on the machine"))
    }
    var fullName = known(nil)
    if case .string(let name) = compiler.fact(["fqdn"]) { fullName = .value(name.string) }
    return CookbookFileLookup.Host(
      fullName: fullName, platform: known(platform.name), platformVersion: known(platform.version))
  }

  private var run: RubyInterpreter { compiler.run }

  /// The file of a resource; nil for one that makes none.
  func file(of state: ResourceState, _ object: RubyObject) -> CompiledFile? {
    guard let name = builtInName(state.kind),
      state.actions(run).contains(where: { $0.hasPrefix("create") || $0 == "nothing" }),
      Self.types.contains(name), let path = text("path", of: state, object)
    else { return nil }
    let content: [UInt8]?
    switch name {
    case "template": content = template(state, object, path)
    case "cookbook_file": content = cookbookFile(state, object, path)
    case "file": content = text("content", of: state, object).map { Array($0.utf8) }
    default:
      folder(state, object, path)
      return nil
    }
    let hides = compiler.isSensitive(state, object)
    let mode = state.state["mode"].map(ValueWriter(compiler).value)
    return CompiledFile(path: path, mode: mode, content: hides ? nil : content, resource: 0)
  }

  private static let types: Set<String> = ["template", "cookbook_file", "file", "remote_directory"]

  /// The name of the resource of Chef that a class is or inherits from.
  private func builtInName(_ kind: ResourceKind) -> String? {
    kind.facts?.name ?? kind.parent.flatMap(builtInName)
  }

  /// A property as text; nil where it is not set or cannot be told.
  private func text(_ name: String, of state: ResourceState, _ object: RubyObject) -> String? {
    guard let value = value(name, of: state, object), case .string(let string) = value.settled else {
      return nil
    }
    return string.string
  }

  private func value(_ name: String, of state: ResourceState, _ object: RubyObject) -> RubyValue? {
    let call = CoreCall(
      run, .object(object), run.symbol(name), [], hasKeywords: false, block: nil, at: state.place)
    let result = run.attempt { () throws(Unwinding) in
      try compiler.property(name, of: state, object, call) ?? .nil
    }
    return take(result, state)
  }

  /// The value; nil where there was a fault, which is noted.
  private func take(_ result: RubyResult, _ state: ResourceState) -> RubyValue? {
    switch result {
    case .value(let value): return value
    case .stopped(let unknown):
      compiler.findings.note(unknown)
      return nil
    case .failed(let failure):
      if let fault = ConvergeFailure(compiler).fault(failure, of: state, certainty) {
        compiler.findings.add(fault)
      }
      return nil
    }
  }

  private func template(_ state: ResourceState, _ object: RubyObject, _ path: String) -> [UInt8]? {
    if let local = state.state["local"], local.truth != false { return nil }
    guard let cookbook = cookbook(of: state, object),
      let file = file(of: state, object, in: .templates, cookbook, fallback: Self.base(path) + ".erb")
    else { return nil }
    let renderer = TemplateRenderer(compiler, cookbook: cookbook, lookup: lookup)
    var rendered: RubyString?
    let result = run.attempt { () throws(Unwinding) in
      rendered = try renderer.render(cookbook.fullPath(file), state, object)
      return .nil
    }
    guard take(result, state) != nil, let rendered, rendered.doubt == nil else { return nil }
    return rendered.bytes
  }

  private func cookbookFile(_ state: ResourceState, _ object: RubyObject, _ path: String) -> [UInt8]? {
    guard let cookbook = cookbook(of: state, object),
      let file = file(of: state, object, in: .files, cookbook, fallback: Self.base(path))
    else { return nil }
    do throws(HostError) {
      return try compiler.store.read(cookbook.fullPath(file)).bytes
    } catch {
      guard error.reason == .notPermitted else { return nil }
      let place = Location(FileID(cookbook.fullPath(file)), ByteRange(at: 0))
      compiler.findings.add(
        ChefFault(
          .unreadableFile(error.reason.words), certainty, at: place, chain: compiler.chain(to: state)))
      return nil
    }
  }

  private static func base(_ path: String) -> String {
    String(path.fileName)
  }

  private func cookbook(of state: ResourceState, _ object: RubyObject) -> Cookbook? {
    let name = state.state["cookbook"] == nil ? state.cookbook : text("cookbook", of: state, object)
    guard let name else { return nil }
    if let found = compiler.input.run.closure[name] { return found }
    guard state.state["cookbook"] != nil, compiler.unknownCookbook(name) == nil,
      let location = state.location(of: .property("cookbook"))
    else { return nil }
    compiler.findings.add(
      ChefFault(
        compiler.unloaded(name), certainty, at: location,
        help: compiler.adviceToLoad(name, at: state.place), chain: compiler.chain(to: state)))
    return nil
  }

  /// The file below the cookbook; nil where it cannot be told, and where it is missing, which is noted.
  private func file(
    of state: ResourceState, _ object: RubyObject, in segment: CookbookSegment, _ cookbook: Cookbook,
    fallback: String
  ) -> String? {
    let search = CookbookFileLookup(in: cookbook, for: lookup)
    let result: CookbookFileLookup.Result
    let source: String
    if state.state["source"] == nil {
      source = fallback
      result = search.file(fallback, in: segment)
    } else {
      switch value("source", of: state, object)?.settled {
      case .string(let text)?:
        source = text.string
        result = search.file(source, in: segment)
      case .array(let array)?:
        let sources = compiler.spellings(in: array.elements)
        guard sources.count == array.elements.count else { return nil }
        source = sources.joined(separator: ", ")
        result = search.file(anyOf: sources, in: segment)
      default: return nil
      }
    }
    return path(result, segment, source, cookbook, state)
  }

  /// What was found; nil for nothing, which is noted.
  private func path(
    _ result: CookbookFileLookup.Result, _ segment: CookbookSegment, _ source: String, _ cookbook: Cookbook,
    _ state: ResourceState
  ) -> String? {
    switch result {
    case .found(let paths): return paths.first
    case .open: return nil
    case .missing(let tried, let near):
      if let reason = cookbook.files.unseen {
        compiler.findings.note(reason)
        return nil
      }
      guard let location = state.location(of: .property("source")) else { return nil }
      let fault = ChefFault(
        .missingFile(segment, source: source, cookbook: cookbook.name, near: near), certainty,
        at: location,
        notes: ["looked for " + tried.joined(separator: ", ")],
        chain: state.state["source"] == nil ? compiler.chain(around: state) : compiler.chain(to: state))
      compiler.findings.add(fault)
      return nil
    }
  }

  /// Looks for the folder of a `remote_directory`.
  private func folder(_ state: ResourceState, _ object: RubyObject, _ path: String) {
    let source = state.state["source"] == nil ? Self.base(path) : text("source", of: state, object)
    guard let source, let cookbook = cookbook(of: state, object) else { return }
    _ = self.path(
      CookbookFileLookup(in: cookbook, for: lookup).folder(source), .files, source, cookbook, state)
  }
}
