import Packer
import Project
import ShellSyntax
import Source

extension ChefBake {
  /// Whether Chef runs in a container of the docker builder, which no init system was started in.
  var isInBareContainer: Bool {
    build.builder.type.value == "docker" && build.builder.options["run_command"] == nil
      && build.builder.options.flag("windows_container") != true
  }

  /// Whether the base is one of the images that Debian and Ubuntu publish.
  var isOnOfficialBase: Bool { build.isOnOfficialBase }

  /// Whether a later step may remove what lies at a path of the guest: one that names it or the folder above, or one
  /// that cannot be read.
  func mayRemove(_ path: String, in project: Project) -> Bool {
    let later = build.provisioners.filter { $0.position > component.position }
    return later.contains { step in
      switch step.type.value {
      case "sleep", "breakpoint", "shell-local", "file", "chef-solo": return false
      case "shell":
        guard let scripts = project.guestScripts(of: step, in: build) else { return true }
        return scripts.contains { script in !script.isShell || Self.removes(path, script.script) }
      default: return true
      }
    }
  }

  private static func removes(_ path: String, _ script: ShellScript) -> Bool {
    script.calls.contains { call in
      guard ["rm", "find", "shred"].contains(call.program) else { return call.name.value.contains("/tmp") }
      return call.arguments.contains { argument in
        // A pattern or a variable: what is known of it may be the beginning of the path.
        let known = argument.text ?? argument.knownPrefix
        let stem = known.prefix { $0 != "*" && $0 != "?" && $0 != "[" }
        return stem.hasPrefix("/") && stem.utf8.count > 1
          && (path.hasPrefix(stem) || argument.text == nil && known.isEmpty)
      }
    }
  }
}
