import RubyEvaluation

/// What asks for the platform: `platform?`, `value_for_platform`, `debian?` and their like.
struct PlatformLanguage {
  let compiler: RecipeCompiler

  func define(in table: CoreTable) {
    let compiler = compiler
    for (name, fact) in [("platform?", "platform"), ("platform_family?", "platform_family")] {
      table.define(name, arity: .any) { call in
        matches(compiler.fact([fact]), anyOf: compiler.spellings(in: call.arguments), call)
      }
    }
    table.define("value_for_platform", arity: 1) { (call) throws(Unwinding) in
      try refuseSingleValues(call)
      return forPlatform(call)
    }
    table.define("value_for_platform_family", arity: 1) { call in forFamily(call) }
    for (fact, predicates) in PlatformPredicates.all {
      for (name, values) in predicates {
        table.define(name, arity: .any) { call in matches(compiler.fact(fact), anyOf: values, call) }
      }
    }
    for (name, system) in PlatformPredicates.guests {
      table.define(name, arity: .any) { call in
        matches(compiler.fact(["virtualization", "systems", system]), anyOf: ["guest"], call)
      }
    }
    table.define("_32_bit?", arity: .any) { call in
      guard case .string(let machine) = compiler.fact(["kernel", "machine"]) else {
        return call.unknown("the architecture")
      }
      return .boolean(!PlatformPredicates.wideMachines.contains(machine.string))
    }
    for version in ["6", "7", "8", "9"] {
      table.define("rhel\(version)?", arity: .any) { call in
        guard case .string(let family) = compiler.fact(["platform_family"]),
          case .string(let actual) = compiler.fact(["platform_version"])
        else { return call.unknown("the platform") }
        return .boolean(family.string == "rhel" && actual.string.prefix { $0 != "." } == version)
      }
    }
    for name in ["target_mode?", "kitchen?", "ci?", "effortless?", "windows_ruby?", "macos_ruby?"] {
      table.define(name, arity: .any) { _ in .boolean(false) }
    }
    table.define("systemd?", arity: .any) { call in
      compiler.input.facts.runsSystemd.map { .boolean($0) } ?? call.unknown("whether systemd runs there")
    }
    for name in ["debianrcd?", "invokercd?", "upstart?", "insserv?", "redhatrcd?"] {
      table.define(name, arity: .any) { call in call.unknown("what is installed there") }
    }
    table.define("include_recipe?", "includes_recipe?", arity: .any) { (call) throws(Unwinding) in
      try call.run.call(
        .object(compiler.node), call.run.symbol("recipe?"), [call[0]], at: call.place)
    }
  }

  private func matches(_ fact: RubyValue, anyOf values: [String], _ call: CoreCall) -> RubyValue {
    switch fact {
    case .string(let string): .boolean(values.contains(string.string))
    case .unknown(let doubt): .unknown(doubt)
    default: .boolean(false)
    }
  }

  private func forFamily(_ call: CoreCall) -> RubyValue {
    guard case .hash(let hash) = call[0] else { return call.unknown("the values") }
    let family = compiler.fact(["platform_family"])
    if case .unknown = family { return family }
    let name = compiler.spelling(of: family) ?? ""
    return entry(of: hash, named: name) ?? entry(of: hash, named: "default") ?? .nil
  }

  /// The last entry whose key, or one of whose keys, is a name.
  private func entry(of hash: RubyHash, named name: String) -> RubyValue? {
    hash.entries.last { compiler.spellings(in: [$0.key]).contains(name) }?.value
  }

  /// Chef wants a hash of versions for each platform, also for those that the machine is none of.
  private func refuseSingleValues(_ call: CoreCall) throws(Unwinding) {
    guard case .hash(let hash) = call[0] else { return }
    for entry in hash.entries {
      let name = compiler.spelling(of: entry.key)
      switch entry.value.settled {
      case .hash, .unknown: continue
      default: if name == "default" { continue }
      }
      let shown = try call.inspection(of: entry.value) ?? "a value"
      throw call.run.raise(
        "ArgumentError",
        "platform dependent values must be specified in the format :platform => {:version => value}",
        RaisedFault(
          .raised(
            className: "ArgumentError",
            message: "a platform wants a hash of its versions, and is given \(shown)"),
          in: .option(name ?? ""),
          help: "write `{ 'default' => \(shown) }`; `value_for_platform_family` takes single values"),
        at: call.place)
    }
  }

  private func forPlatform(_ call: CoreCall) -> RubyValue {
    guard case .hash(let hash) = call[0] else { return call.unknown("the values") }
    let platform = compiler.fact(["platform"])
    if case .unknown = platform { return platform }
    let version = compiler.fact(["platform_version"])
    if case .unknown = version { return version }
    let number = compiler.spelling(of: version) ?? ""
    if case .hash(let versions)? = entry(of: hash, named: compiler.spelling(of: platform) ?? "") {
      if let exact = entry(of: versions, named: number) { return exact }
      let matching = versions.entries.filter { entry in
        compiler.spellings(in: [entry.key]).contains { self.matches($0, number) }
      }
      if matching.count == 1 { return matching[0].value }
      if let fallback = entry(of: versions, named: "default") { return fallback }
    }
    return entry(of: hash, named: "default") ?? .nil
  }

  private func matches(_ constraint: String, _ version: String) -> Bool {
    guard let requirement = GemRequirement(constraint), let version = GemVersion(version) else {
      return false
    }
    return requirement.accepts(version)
  }
}
