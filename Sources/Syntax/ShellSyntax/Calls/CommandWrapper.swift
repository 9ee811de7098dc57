/// A command that runs another one, which stands among its arguments.
struct CommandWrapper {
  /// Options that take the next word as their value.
  let valued: Set<String>
  /// Words before the command that are no options: the time of `timeout`.
  let operands: Int
  /// Whether `NAME=value` may stand before the command.
  let takesAssignments: Bool

  init(_ valued: Set<String> = [], operands: Int = 0, takesAssignments: Bool = false) {
    self.valued = valued
    self.operands = operands
    self.takesAssignments = takesAssignments
  }

  static let known: [String: CommandWrapper] = [
    "sudo": CommandWrapper(
      ["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-T", "-U", "-D", "--user", "--group"],
      takesAssignments: true),
    "doas": CommandWrapper(["-u", "-C"]),
    "env": CommandWrapper(["-u", "-C", "-S", "--unset", "--chdir"], takesAssignments: true),
    "command": CommandWrapper(), "builtin": CommandWrapper(), "exec": CommandWrapper(["-a"]),
    "nohup": CommandWrapper(), "setsid": CommandWrapper(), "time": CommandWrapper(["-f", "-o"]),
    "nice": CommandWrapper(["-n"]), "ionice": CommandWrapper(["-c", "-n", "-p"]),
    "timeout": CommandWrapper(["-k", "-s", "--signal", "--kill-after"], operands: 1),
    "stdbuf": CommandWrapper(["-i", "-o", "-e"]),
    "xargs": CommandWrapper(["-a", "-d", "-E", "-I", "-L", "-n", "-P", "-s"]),
    "eatmydata": CommandWrapper(), "retry": CommandWrapper(),
  ]

  /// The words of the command that is run; nil where only the wrapper itself works, as in `command -v x`.
  func command(in words: ArraySlice<ShellWord>) -> ArraySlice<ShellWord>? {
    var rest = words
    var operandsLeft = operands
    while let word = rest.first {
      let text = word.text ?? word.knownPrefix
      if text == "--" {
        rest.removeFirst()
        break
      }
      if text.hasPrefix("-"), text != "-" {
        if text == "-v" || text == "-V" || text == "--version" || text == "--help" { return nil }
        rest.removeFirst()
        if valued.contains(text) { _ = rest.popFirst() }
      } else if takesAssignments, text.contains("=") {
        rest.removeFirst()
      } else if operandsLeft > 0 {
        operandsLeft -= 1
        rest.removeFirst()
      } else {
        break
      }
    }
    return rest.isEmpty ? nil : rest
  }
}
