import Project
import ShellSyntax
import Source

/// The commands that a script needs, sorted by whether something before may bring them.
struct ScriptCalls {
  /// Must be in the base image.
  private(set) var sure: [Located<String>] = []
  /// May come from this step or an earlier one.
  private(set) var later: [Located<String>] = []
  /// In branches and conditions, and where a failure is caught.
  var possible: [Located<String>] {
    let others = probed.union((sure + later).map(\.value))
    return caught.filter { !others.contains($0.value) }
  }
  /// Words of bash in scripts for a plain shell.
  private(set) var bashWords: [Located<String>] = []
  private var caught: [Located<String>] = []
  /// The commands that a script asks for before it calls them.
  private var probed: Set<String> = []
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
      if call.certainty == .always {
        add(call.name, in: script.dialect, isLate: mayHaveBrought)
      } else {
        addPossible(call, in: script.dialect)
      }
      mayHaveBrought = mayHaveBrought || Installer.mayBring(call)
      for word in call.arguments + call.redirections.map(\.target) where word.knownPrefix.hasPrefix("/") {
        made.add(word.knownPrefix)
      }
    }
  }

  /// Adds a command by its name, unless the shell runs it itself or something has made it.
  mutating func add(_ name: Located<String>, in dialect: ShellDialect, isLate: Bool) {
    let text = name.value
    if isKnown(text, in: dialect) { return }
    if ShellBuiltins.contains(text, in: .bash) {
      if !bashWords.contains(where: { $0.value == text }) { bashWords.append(name) }
      return
    }
    if (sure + later).contains(where: { $0.value == text }) { return }
    if isLate { later.append(name) } else { sure.append(name) }
  }

  /// Adds what is not called in every run. A system's package manager is the mark of scripts for several systems.
  private mutating func addPossible(_ call: ShellCall, in dialect: ShellDialect) {
    let name = call.name.value
    if Self.probes.contains(name) { probed.formUnion(call.arguments.compactMap(\.text)) }
    guard !isKnown(name, in: dialect), !ShellBuiltins.contains(name, in: .bash), !mayHaveBrought,
      Installer.packages(of: call) == nil, !caught.contains(where: { $0.value == name })
    else { return }
    caught.append(call.name)
  }

  private static let probes: Set<String> = ["command", "which", "type", "hash"]

  private mutating func add(interpreterOf script: ProjectScript) {
    guard let shebang = script.script.shebang, !shebang.interpreter.isEmpty else { return }
    let name = Located(shebang.interpreter, at: shebang.interpreterLocation)
    add(name, in: script.dialect, isLate: mayHaveBrought)
    if shebang.interpreter.hasSuffix("/env") {
      add(Located(shebang.program, at: shebang.location), in: .posix, isLate: mayHaveBrought)
    }
  }

  /// Whether a name needs no look-up, or none is possible.
  private func isKnown(_ name: String, in dialect: ShellDialect) -> Bool {
    name.isEmpty || ShellBuiltins.contains(name, in: dialect) || isMade(name)
      || name.contains("/") && !name.hasPrefix("/")
  }

  /// Whether a path, or a folder above it, was named before.
  private func isMade(_ path: String) -> Bool {
    path.hasPrefix("/") && (made.holds(path) || before.made.holds(path))
  }
}
