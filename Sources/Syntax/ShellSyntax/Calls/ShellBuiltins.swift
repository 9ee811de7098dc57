/// The names that a shell runs itself, so that no program has to be there.
package enum ShellBuiltins {
  /// Whether a shell of a dialect runs the name itself.
  package static func contains(_ name: String, in dialect: ShellDialect) -> Bool {
    posix.contains(name) || dialect != .posix && bash.contains(name)
  }

  private static let posix: Set<String> = [
    ".", ":", "[", "alias", "bg", "break", "cd", "command", "continue", "echo", "eval", "exec", "exit",
    "export",
    "false", "fc", "fg", "getopts", "hash", "jobs", "kill", "local", "printf", "pwd", "read", "readonly",
    "return",
    "set", "shift", "test", "times", "trap", "true", "type", "ulimit", "umask", "unalias", "unset", "wait",
  ]

  private static let bash: Set<String> = [
    "bind", "builtin", "caller", "compgen", "complete", "compopt", "declare", "dirs", "disown", "enable",
    "help",
    "history", "let", "logout", "mapfile", "popd", "pushd", "readarray", "shopt", "source", "suspend",
    "typeset",
    "coproc", "time",
  ]
}
