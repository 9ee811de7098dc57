import Project
import ShellSyntax
import Source

/// What the steps before one may have left in the container, as far as its rehearsal depends on it.
struct StepsBefore {
  /// Whether one may have brought commands that the base image lacks.
  private(set) var mayHaveBroughtCommands = false
  /// Whether one may have made any folder at all.
  private(set) var mayHaveMadeFolders = false
  /// The place of what may have added packages that the image's lists do not have.
  private(set) var addedSources: Location?
  /// What they put into the container or make there.
  private(set) var made = MadePaths()

  /// Takes a step in, with the scripts that it runs.
  mutating func add(_ step: Step, scripts: ArraySlice<ProjectScript>) {
    for effect in step.effects where [.uploads, .creates].contains(effect.kind) && effect.isPath {
      made.add(effect.subject)
    }
    guard step.kind == .provision else { return }
    addedSources = addedSources ?? Self.addedSources(step, scripts)
    if step.type != "file" { mayHaveMadeFolders = true }
    mayHaveBroughtCommands = mayHaveBroughtCommands || Self.mayBringCommands(step, scripts)
  }

  private static func addedSources(_ step: Step, _ scripts: ArraySlice<ProjectScript>) -> Location? {
    switch step.type {
    case "sleep", "breakpoint", "shell-local": return nil
    case "file":
      let folders = PackageManager.allCases.flatMap(\.sourceFolders)
      let isInOne = step.effects.contains { effect in folders.contains { effect.subject.hasPrefix($0) } }
      return isInOne ? step.origin : nil
    case "shell":
      var queries = PackageQueries(after: nil)
      for script in scripts { queries.add(script) }
      return queries.addedSources ?? (step.rehearsal.hasUnreadScripts ? step.origin : nil)
    default: return step.origin
    }
  }

  private static func mayBringCommands(_ step: Step, _ scripts: ArraySlice<ProjectScript>) -> Bool {
    switch step.type {
    case "file", "sleep", "breakpoint", "shell-local": false
    case "shell":
      step.rehearsal.hasUnreadScripts || step.effects.contains { $0.kind == .installs }
        || scripts.contains { $0.script.calls.contains(where: Installer.mayBring) }
    default: true
    }
  }
}
