/// `Gem::Version`, `Gem::Requirement` and `Gem::Dependency`.
enum GemMethods {
  static func define(in run: RubyInterpreter) {
    let gem = run.makeModule("Gem")
    gem.isCore = true
    let version = run.makeClass("Version", in: gem)
    let requirement = run.makeClass("Requirement", in: gem)
    let dependency = run.makeClass("Dependency", in: gem)
    for module in [version, requirement, dependency] { module.isCore = true }
    version.included = [run.classes.comparable]
    defineVersion(CoreTable(run, version))
    defineRequirement(CoreTable(run, requirement))
    defineDependency(CoreTable(run, dependency))
  }

  private static func defineVersion(_ table: CoreTable) {
    table.defineOnItself("new", "create", arity: 1) { (call) throws(Unwinding) in
      if case .object(let object) = call[0], object.payload is GemVersion { return call[0] }
      if call[0].isNil, call.run.spelling(of: call.name) == "create" { return .nil }
      return object(try version(call[0], call), call)
    }
    table.defineOnItself("correct?", arity: 1) { (call) throws(Unwinding) in
      .boolean(
        try call.text(of: call[0]).map { GemVersion(String(decoding: $0, as: UTF8.self)) != nil } ?? false)
    }
    let versions = table.payloads(GemVersion.self)
    versions.define("to_s", "version") { version, call in call.make(version.text) }
    versions.define("inspect") { version, call in call.make("#<Gem::Version \"\(version.text)\">") }
    versions.define("segments") { version, call in
      call.make(
        version.segments.map { segment in
          switch segment {
          case .number(let number): .integer(number)
          case .word(let word): call.make(word)
          }
        })
    }
    versions.define("prerelease?") { version, _ in .boolean(version.isPrerelease) }
    versions.define("release") { version, call in object(version.release, call) }
    versions.define("bump") { version, call in object(version.bumped, call) }
    versions.define("approximate_recommendation") { version, call in
      let kept = version.release.segments.prefix(2).map {
        if case .number(let number) = $0 { String(number) } else { "0" }
      }
      return call.make("~> " + (kept.count == 1 ? kept + ["0"] : kept).joined(separator: "."))
    }
    versions.define("<=>", arity: 1) { (version, call) throws(Unwinding) in
      switch call[0] {
      case .object(let object):
        return (object.payload as? GemVersion).map { .integer(version.order($0)) } ?? .nil
      case .string(let text):
        return GemVersion(text.string).map { .integer(version.order($0)) } ?? .nil
      default: return .nil
      }
    }
    versions.define("eql?", arity: 1) { version, call in
      guard case .object(let object) = call[0], let other = object.payload as? GemVersion else {
        return .boolean(false)
      }
      return .boolean(version.text == other.text)
    }
    versions.define("canonical_segments", "hash") { _, call in call.unknown("it is not followed") }
  }

  private static func object(_ version: GemVersion, _ call: CoreCall) -> RubyValue {
    .object(RubyObject(of: call.run.libraryClass("Gem::Version"), payload: version))
  }

  /// The version that a value stands for; raises ArgumentError for what is none.
  private static func version(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> GemVersion {
    if case .object(let object) = value, let version = object.payload as? GemVersion { return version }
    if value.isNil { return try version(call.make("0"), call) }
    let text = try call.text(of: value).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let version = GemVersion(text) else {
      throw call.raise("ArgumentError", "Malformed version number string \(text)")
    }
    return version
  }

  private static func defineRequirement(_ table: CoreTable) {
    table.run.makeClass(
      "BadRequirementError", superclass: table.run.libraryClass("ArgumentError"), in: table.module)
    table.defineOnItself("new", "create", arity: .any) { (call) throws(Unwinding) in
      if call.count == 1, case .object(let object) = call[0], object.payload is GemRequirement {
        return call[0]
      }
      return .object(RubyObject(of: table.module, payload: GemRequirement(try clauses(call.arguments, call))))
    }
    table.defineOnItself("default") { (call) throws(Unwinding) in
      .object(RubyObject(of: table.module, payload: GemRequirement(try clauses([], call))))
    }
    let requirements = table.payloads(GemRequirement.self)
    requirements.define("satisfied_by?", "===", "=~", arity: 1) { (requirement, call) throws(Unwinding) in
      guard case .object(let object) = call[0], let version = object.payload as? GemVersion else {
        throw call.raise("ArgumentError", "Need a Gem::Version: \(try call.inspection(of: call[0]) ?? "?")")
      }
      return .boolean(requirement.takes(version))
    }
    requirements.define("to_s") { requirement, call in call.make(text(of: requirement)) }
    requirements.define("as_list") { requirement, call in
      call.make(requirement.clauses.map { call.make("\($0.sign) \($0.version.text)") })
    }
    requirements.define("none?") { requirement, _ in .boolean(text(of: requirement) == ">= 0") }
    requirements.define("exact?") { requirement, _ in
      .boolean(requirement.clauses.count == 1 && requirement.clauses[0].sign == "=")
    }
  }

  private static func clauses(
    _ values: [RubyValue], _ call: CoreCall
  ) throws(Unwinding) -> [GemRequirement.Clause] {
    var clauses: [GemRequirement.Clause] = []
    for value in try ArrayFilters.flattened(values, depth: -1, call) ?? [] where !value.isNil {
      if case .object(let object) = value, let version = object.payload as? GemVersion {
        clauses.append(GemRequirement.Clause(sign: "=", version: version))
        continue
      }
      let text = try call.text(of: value).map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard let clause = GemRequirement.clause(text) else {
        throw call.raise(path: "Gem::Requirement::BadRequirementError", "Illformed requirement [\"\(text)\"]")
      }
      clauses.append(clause)
    }
    return clauses.isEmpty ? GemRequirement.clause(">= 0").map { [$0] } ?? [] : clauses
  }

  private static func text(of requirement: GemRequirement) -> String {
    requirement.clauses.map { "\($0.sign) \($0.version.text)" }.joined(separator: ", ")
  }

  private static func defineDependency(_ table: CoreTable) {
    table.defineOnItself("new", arity: .from(1)) { (call) throws(Unwinding) in
      let clauses = try clauses(Array(call.arguments.dropFirst()), call)
      let object = RubyObject(of: table.module, payload: GemRequirement(clauses))
      call.run.setVariable(call.run.symbol("@name"), call[0], of: object)
      return .object(object)
    }
    table.define("name") { call in
      guard case .object(let object) = call.receiver else { return .nil }
      return object.variable(call.run.symbol("@name")) ?? .nil
    }
    let dependencies = table.payloads(GemRequirement.self)
    dependencies.define("requirement") { requirement, call in
      .object(RubyObject(of: call.run.libraryClass("Gem::Requirement"), payload: requirement))
    }
    dependencies.define("match?", arity: CoreArity(2, 3)) { (requirement, call) throws(Unwinding) in
      let name = try call.send(call.receiver, .name)
      guard try call.areEqual(name, call[0]) ?? false else { return .boolean(false) }
      return .boolean(requirement.takes(try version(call[1], call)))
    }
  }
}
