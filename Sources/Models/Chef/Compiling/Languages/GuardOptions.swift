import RubyEvaluation

/// The options of a guard's command: those of a shell command, and the properties of `execute` and of scripts, since
/// Chef hands them to the one or the other.
enum GuardOptions {
  /// The first option that neither takes; nil where there is none or that cannot be told.
  static func strange(in call: CoreCall, _ compiler: RecipeCompiler) -> String? {
    guard case .hash(let options)? = call.arguments.last, options.doubt == nil else { return nil }
    return options.entries.lazy.compactMap { compiler.spelling(of: $0.key) }.first { !isTaken($0, compiler) }
  }

  private static func isTaken(_ option: String, _ compiler: RecipeCompiler) -> Bool {
    if ofCommands.contains(option) || UntoldMethods.ofResources.contains(option) { return true }
    return ["powershell_script", "script"].contains { name in
      compiler.input.resources.facts(name).map { $0.property(option) != nil } ?? true
    }
  }

  private static let ofCommands: Set<String> = [
    "cgroup", "cwd", "default_env", "domain", "elevated", "env", "environment", "group", "input",
    "live_stderr",
    "live_stdout", "live_stream", "log_level", "log_tag", "logger", "login", "password", "returns", "timeout",
    "umask", "user",
  ]
}
