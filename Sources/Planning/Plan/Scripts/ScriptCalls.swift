import Project
import ShellSyntax
import Source

/// The commands that a script needs, sorted by whether something before may bring them.
struct ScriptCalls {
  /// Must be in the base image.
  private(set) var sure: [Located<String>] = []
  /// May come from this step or an earlier one.
  private(set) var later: [Located<String>] = []
  /// Whether something was called that brings further commands.
  private(set) var mayHaveBrought: Bool
  private let before: StepsBefore
  /// Paths that the step itself makes.
  private var made = MadePaths()

  init(after before: StepsBefore, making paths: [String]) {
    mayHaveBrought = before.mayHaveBroughtCommands
    self.before = before
    for path in paths { made.add(path) }
  }

  /// Adds what a script calls in every run.
  mutating func add(_ script: ProjectScript) {
    add(interpreterOf: script)
    guard script.isShell else { return }
    var bodies = Dictionary(grouping: script.script.calls) { $0.function ?? "" }
    let main = bodies.removeValue(forKey: "") ?? []
    add(main, in: script, bodies: &bodies)
  }

  /// Adds calls in their order; the body of a function is entered where it is first called.
  private mutating func add(
    _ calls: [ShellCall], in script: ProjectScript, bodies: inout [String: [ShellCall]]
  ) {
    let own = script.script.functions.union(script.script.aliases)
    for call in calls {
      if own.contains(call.name.value) {
        if let body = bodies.removeValue(forKey: call.name.value) { add(body, in: script, bodies: &bodies) }
        continue
      }
      if call.certainty == .always { add(call.name, in: script.dialect, isLate: mayHaveBrought) }
      mayHaveBrought = mayHaveBrought || Installer.mayBring(call)
      for word in call.arguments + call.redirections.map(\.target) where word.knownPrefix.hasPrefix("/") {
        made.add(word.knownPrefix)
      }
    }
  }

  /// Adds a command by its name, unless the shell runs it itself or something has made it.
  mutating func add(_ name: Located<String>, in dialect: ShellDialect, isLate: Bool) {
    let text = name.value
    if text.isEmpty || ShellBuiltins.contains(text, in: dialect) || isMade(text) { return }
    if text.contains("/"), !text.hasPrefix("/") { return }
    if (sure + later).contains(where: { $0.value == text }) { return }
    if isLate { later.append(name) } else { sure.append(name) }
  }

  private mutating func add(interpreterOf script: ProjectScript) {
    guard let shebang = script.script.shebang, !shebang.interpreter.isEmpty else { return }
    let name = Located(shebang.interpreter, at: shebang.interpreterLocation)
    add(name, in: script.dialect, isLate: mayHaveBrought)
    if shebang.interpreter.hasSuffix("/env") {
      add(Located(shebang.program, at: shebang.location), in: .posix, isLate: mayHaveBrought)
    }
  }

  /// Whether a path, or a folder above it, was named before.
  private func isMade(_ path: String) -> Bool {
    path.hasPrefix("/") && (made.holds(path) || before.made.holds(path))
  }
}
