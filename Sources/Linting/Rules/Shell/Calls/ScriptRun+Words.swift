import Diagnostics
import Packer
import Project
import Source

extension ScriptRun {
  /// How the script is named in messages.
  var name: String { script.path.map { "script `\($0)`" } ?? "`inline`" }

  /// The place that names the file, for findings inside it.
  var chain: [ChainLink] {
    guard script.path != nil else { return [] }
    return [ChainLink("\(script.owner.kind.words) `\(script.owner.type)`", at: script.location)]
  }

  /// The scripts that run in the same build before this one.
  func earlier(in project: Project) -> [ProjectScript] {
    project.scripts.filter { other in
      other.owner.build == script.owner.build && other.owner.kind == .provisioner
        && other.owner.position > 0 && !other.isOnHost && Self.isBefore(other, script)
    }
  }

  private static func isBefore(_ a: ProjectScript, _ b: ProjectScript) -> Bool {
    if b.owner.kind != .provisioner || b.owner.position == 0 { return true }
    return a.owner.position < b.owner.position
      || a.owner.position == b.owner.position && a.location < b.location
  }

  /// Whether all names that the provisioner puts in the script's environment can be told.
  var isEnvironmentKnown: Bool {
    component.options.values("environment_vars").allSatisfy { $0.text.value != nil }
  }

  /// The names that the provisioner puts in the script's environment, and those that Packer does.
  var environment: Set<String> {
    var names: Set<String> = []
    for text in component.options.texts("environment_vars") {
      if let name = text.value.shown.split(separator: "=", maxSplits: 1).first { names.insert(String(name)) }
    }
    for entry in component.options.map("env") { names.insert(entry.key.value) }
    return names
  }
}
