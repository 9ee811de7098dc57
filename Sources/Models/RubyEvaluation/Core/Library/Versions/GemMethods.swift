/// What a `Gem::Version` is.
final class GemVersionContent: RubyPayload {
  let version: GemVersion

  init(_ version: GemVersion) { self.version = version }
}

/// What versions a `Gem::Requirement` takes.
final class GemRequirementContent: RubyPayload {
  let clauses: [GemRequirement]

  init(_ clauses: [GemRequirement]) { self.clauses = clauses }

  func accepts(_ version: GemVersion) -> Bool { clauses.allSatisfy { $0.accepts(version) } }
}

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
      if case .object(let object) = call[0], object.payload is GemVersionContent { return call[0] }
      if call[0].isNil, call.run.spelling(of: call.name) == "create" { return .nil }
      return object(try version(call[0], call), call)
    }
    table.defineOnItself("correct?", arity: 1) { (call) throws(Unwinding) in
      .boolean(
        try call.text(of: call[0]).map { GemVersion(String(decoding: $0, as: UTF8.self)) != nil } ?? false)
    }
    let versions = table.payloads(GemVersionContent.self)
    versions.define("to_s", "version") { content, call in call.make(content.version.description) }
    versions.define("inspect") { content, call in
      call.make("#<Gem::Version \"\(content.version)\">")
    }
    versions.define("segments") { content, call in
      call.make(
        content.version.segments.map { segment in
          switch segment {
          case .number(let number): .integer(number)
          case .word(let word): call.make(word)
          }
        })
    }
    versions.define("prerelease?") { content, _ in .boolean(content.version.isPrerelease) }
    versions.define("release") { content, call in object(content.version.release, call) }
    versions.define("bump") { content, call in object(content.version.bumped, call) }
    versions.define("approximate_recommendation") { content, call in
      let kept = content.version.leadingNumbers.prefix(2).map(String.init)
      return call.make("~> " + (kept.count == 1 ? kept + ["0"] : kept).joined(separator: "."))
    }
    versions.define("<=>", arity: 1) { (content, call) throws(Unwinding) in
      switch call[0] {
      case .object(let object):
        return (object.payload as? GemVersionContent).map { .integer(content.version.order($0.version)) }
          ?? .nil
      case .string(let text):
        return GemVersion(text.string).map { .integer(content.version.order($0)) } ?? .nil
      default: return .nil
      }
    }
    versions.define("eql?", arity: 1) { content, call in
      guard case .object(let object) = call[0], let other = object.payload as? GemVersionContent else {
        return .boolean(false)
      }
      return .boolean(content.version.description == other.version.description)
    }
    versions.define("canonical_segments", "hash") { _, call in call.unknown("it is not followed") }
  }

  private static func object(_ version: GemVersion, _ call: CoreCall) -> RubyValue {
    .object(RubyObject(of: call.run.libraryClass("Gem::Version"), payload: GemVersionContent(version)))
  }

  /// The version that a value stands for; raises ArgumentError for what is none.
  private static func version(_ value: RubyValue, _ call: CoreCall) throws(Unwinding) -> GemVersion {
    if case .object(let object) = value, let content = object.payload as? GemVersionContent {
      return content.version
    }
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
      if call.count == 1, case .object(let object) = call[0], object.payload is GemRequirementContent {
        return call[0]
      }
      return .object(
        RubyObject(of: table.module, payload: GemRequirementContent(try clauses(call.arguments, call))))
    }
    table.defineOnItself("default") { (call) throws(Unwinding) in
      .object(RubyObject(of: table.module, payload: GemRequirementContent(try clauses([], call))))
    }
    let requirements = table.payloads(GemRequirementContent.self)
    requirements.define("satisfied_by?", "===", "=~", arity: 1) { (requirement, call) throws(Unwinding) in
      guard case .object(let object) = call[0], let content = object.payload as? GemVersionContent else {
        throw call.raise("ArgumentError", "Need a Gem::Version: \(try call.inspection(of: call[0]) ?? "?")")
      }
      return .boolean(requirement.accepts(content.version))
    }
    requirements.define("to_s") { requirement, call in call.make(text(of: requirement)) }
    requirements.define("as_list") { requirement, call in
      call.make(requirement.clauses.map { call.make($0.description) })
    }
    requirements.define("none?") { requirement, _ in .boolean(text(of: requirement) == ">= 0") }
    requirements.define("exact?") { requirement, _ in
      .boolean(requirement.clauses.count == 1 && requirement.clauses[0].comparison == .equal)
    }
  }

  private static func clauses(
    _ values: [RubyValue], _ call: CoreCall
  ) throws(Unwinding) -> [GemRequirement] {
    var clauses: [GemRequirement] = []
    for value in try ArrayFilters.flattened(values, depth: -1, call) ?? [] where !value.isNil {
      if case .object(let object) = value, let content = object.payload as? GemVersionContent {
        clauses.append(GemRequirement(.equal, content.version))
        continue
      }
      let text = try call.text(of: value).map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard let clause = GemRequirement(text) else {
        throw call.raise(path: "Gem::Requirement::BadRequirementError", "Illformed requirement [\"\(text)\"]")
      }
      clauses.append(clause)
    }
    return clauses.isEmpty ? [GemRequirement(.atLeast, GemVersion(numbers: [0]))] : clauses
  }

  private static func text(of requirement: GemRequirementContent) -> String {
    requirement.clauses.map(\.description).joined(separator: ", ")
  }

  private static func defineDependency(_ table: CoreTable) {
    table.defineOnItself("new", arity: .from(1)) { (call) throws(Unwinding) in
      let clauses = try clauses(Array(call.arguments.dropFirst()), call)
      let object = RubyObject(of: table.module, payload: GemRequirementContent(clauses))
      call.run.setVariable(call.run.symbol("@name"), call[0], of: object)
      return .object(object)
    }
    table.define("name") { call in
      guard case .object(let object) = call.receiver else { return .nil }
      return object.variable(call.run.symbol("@name")) ?? .nil
    }
    let dependencies = table.payloads(GemRequirementContent.self)
    dependencies.define("requirement") { requirement, call in
      .object(RubyObject(of: call.run.libraryClass("Gem::Requirement"), payload: requirement))
    }
    dependencies.define("match?", arity: CoreArity(2, 3)) { (requirement, call) throws(Unwinding) in
      let name = try call.send(call.receiver, .name)
      guard try call.areEqual(name, call[0]) ?? false else { return .boolean(false) }
      return .boolean(requirement.accepts(try version(call[1], call)))
    }
  }
}
