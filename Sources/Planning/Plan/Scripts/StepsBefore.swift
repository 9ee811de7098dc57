import Project
import ShellSyntax

/// What the steps before one may have left in the container, as far as its rehearsal depends on it.
struct StepsBefore {
  /// Whether one may have brought commands that the base image lacks.
  private(set) var mayHaveBroughtCommands = false
  /// Whether one may have made any folder at all.
  private(set) var mayHaveMadeFolders = false
  /// What they put into the container or make there.
  private(set) var made = MadePaths()

  /// Takes a step in, with the scripts that it runs.
  mutating func add(_ step: Step, scripts: ArraySlice<ProjectScript>) {
    for effect in step.effects where [.uploads, .creates].contains(effect.kind) && effect.isPath {
      made.add(effect.subject)
    }
    guard step.kind == .provision else { return }
    if step.type != "file" { mayHaveMadeFolders = true }
    mayHaveBroughtCommands = mayHaveBroughtCommands || Self.mayBringCommands(step, scripts)
  }

  private static func mayBringCommands(_ step: Step, _ scripts: ArraySlice<ProjectScript>) -> Bool {
    switch step.type {
    case "file", "sleep", "breakpoint", "shell-local": false
    case "shell":
      !step.rehearsal.limits.isEmpty || step.effects.contains { $0.kind == .installs }
        || scripts.contains { $0.script.calls.contains(where: Installer.mayBring) }
    default: true
    }
  }
}
