import Packer
import ShellSyntax
import Source

extension ProjectLoader {
  /// An earlier component that may make files on the host.
  struct Maker {
    let component: ConfiguredComponent
    let words: String
    let location: Location

    init?(_ component: ConfiguredComponent) {
      let isDownload = component.type.value == "file" && component.options.string("direction") == "download"
      guard component.type.value == "shell-local" || isDownload else { return nil }
      self.component = component
      words = isDownload ? "an earlier download" : "an earlier `shell-local`"
      location = component.type.location
    }
  }

  /// Commands that make no file by themselves.
  private static let idle: Set = [
    "echo", "printf", "true", "false", ":", "sleep", "test", "[", "date", "export", "set", "exit", "which",
    "cd", "pwd",
    "ls", "cat", "env", "command",
  ]

  /// Whether the maker may make what a path names; one that runs scripts, or another that does so before it.
  func mayMake(_ maker: Maker, _ path: String, for subject: Subject) -> Bool {
    if maker.component.type.value == "file" {
      guard let destination = maker.component.options.string("destination") else { return true }
      let (made, wanted) = (paths.path(destination), paths.path(path))
      return wanted == made || wanted.hasPrefix(made + "/") || made.hasPrefix(wanted + "/")
    }
    let scripts = scripts.filter { $0.owner.build == subject.build.name && $0.isOnHost }
    // What cannot be read may do anything.
    guard !scripts.isEmpty else { return true }
    return scripts.contains { script in
      guard script.isShell else { return true }
      return script.script.calls.contains { call in
        !Self.idle.contains(call.name.value) || call.redirections.contains(where: \.writesFile)
      }
    }
  }
}
