import Diagnostics
import Lint
import Packer
import Project
import ShellSyntax
import Source

/// A script in one build, with the component that runs it and the way in which it does.
struct ScriptRun {
  let script: ProjectScript
  let component: ConfiguredComponent
  let build: Build
  /// How it is called; by its path where nothing else is written.
  let call: ScriptCall

  init?(_ script: ProjectScript, in project: Project) {
    guard let component = project.component(script.owner),
      let build = project.builds.first(where: { $0.name == script.owner.build })
    else { return nil }
    self.script = script
    self.component = component
    self.build = build
    call = ScriptCall(words: component.options.deferredTexts("execute_command").map(\.text.string))
  }

  /// The scripts of all builds, in their order.
  static func all(in project: Project) -> [ScriptRun] {
    project.scripts.compactMap { ScriptRun($0, in: project) }
  }

  /// The scripts that a shell of the guest reads.
  static func shells(in project: Project) -> [ScriptRun] {
    all(in: project).filter { $0.dialect?.isShell == true && $0.isText }
  }

  /// The language in which it is read; nil where the way in which it is called leaves that open.
  var dialect: ShellDialect? {
    if let interpreter = call.interpreter {
      return interpreter == "." || interpreter == "source" ? .posix : ShellDialect(program: interpreter)
    }
    guard call.isByPath else { return nil }
    return script.dialect
  }

  /// Whether it is text; of a program, no line means anything.
  var isText: Bool { !script.script.text.bytes.contains(0) }

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
