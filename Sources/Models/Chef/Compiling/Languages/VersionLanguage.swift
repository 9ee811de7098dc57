import RubyEvaluation

/// `Chef::VERSION` and `Chef::Util::PathHelper`.
struct VersionLanguage {
  let compiler: RecipeCompiler

  func define() {
    versions(CoreTable(compiler.run, compiler.classes.versionString))
    let util = compiler.run.makeClass("Util", in: compiler.classes.chef)
    paths(CoreTable(compiler.run, compiler.run.makeClass("PathHelper", in: util)))
  }

  private func versions(_ table: CoreTable) {
    let comparisons: [(String, (Int) -> Bool)] = [
      ("<", { $0 < 0 }), ("<=", { $0 <= 0 }), (">", { $0 > 0 }), (">=", { $0 >= 0 }), ("==", { $0 == 0 }),
    ]
    for (name, holds) in comparisons {
      table.define(name, arity: 1) { (call) throws(Unwinding) in
        guard let order = try order(call) else { return call.unknown("how versions compare") }
        return .boolean(holds(order))
      }
    }
    table.define("<=>", arity: 1) { (call) throws(Unwinding) in
      try order(call).map { .integer($0) } ?? call.unknown("how versions compare")
    }
    table.define("=~", "satisfies?", arity: 1) { (call) throws(Unwinding) in
      guard let own = version(try call.text(of: call.receiver)), let text = try call.text(of: call[0]),
        let requirement = GemRequirement(String(decoding: text, as: UTF8.self))
      else { return call.unknown("whether a version meets a condition") }
      return .boolean(requirement.accepts(own))
    }
  }

  /// A path without empty parts, `.` and `..`.
  private static func clean(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
  }

  private func order(_ call: CoreCall) throws(Unwinding) -> Int? {
    guard let own = version(try call.text(of: call.receiver)), let other = version(try call.text(of: call[0]))
    else { return nil }
    return own == other ? 0 : own < other ? -1 : 1
  }

  private func version(_ text: [UInt8]?) -> GemVersion? {
    text.flatMap { GemVersion(String(decoding: $0, as: UTF8.self)) }
  }

  private func paths(_ table: CoreTable) {
    table.defineOnItself("join", arity: .any) { (call) throws(Unwinding) in
      guard let files = call.run.constant("File", in: call.run.classes.object) else {
        return call.unknown("the path")
      }
      return try call.run.call(.module(files), call.run.symbol("join"), call.arguments, at: call.place)
    }
    table.defineOnItself("cleanpath", arity: 1) { (call) throws(Unwinding) in
      guard case .string(let path) = call[0] else { return call.unknown("the path") }
      return call.make(Self.clean(path.string))
    }
    table.defineOnItself(
      "canonical_path", "home", "all_homes", "escape_glob", "escape_glob_dir", "dirname",
      "relative_path_from",
      "validate_path", "printable?", "paths_eql?", arity: .any
    ) { call in call.unknown("what Chef makes of a path") }
  }
}
