import Packer
import Project
import ShellSyntax
import Source

/// A command of a script in the order in which it is reached, with whether it is reached at all.
struct StraightCall {
  let call: ShellCall
  /// Whether it runs in every run in which all before it went well: neither in a branch, a function nor the background.
  let isSure: Bool

  /// The name without its folder.
  var name: String { String(call.name.value.fileName) }
  /// The arguments that are no options, where they are the same in every run.
  var operands: [ShellWord] { call.arguments.filter { !$0.knownPrefix.hasPrefix("-") } }
  /// The first of them as text.
  var verb: String? { operands.first?.text }

  /// The calls of a script in order.
  static func all(in script: ShellScript) -> [StraightCall] {
    var joined: Set<Location> = []
    var loose: Set<Location> = []
    for item in script.body.items {
      let commands = ([item.first] + item.rest.map(\.pipeline)).flatMap(\.commands)
      let names = commands.compactMap { command -> Location? in
        guard case .simple(let simple) = command.body else { return nil }
        return simple.words.first?.location
      }
      if item.isBackground { loose.formUnion(names) }
      if item.rest.allSatisfy({ $0.joint == .and }) { joined.formUnion(names) }
    }
    return script.calls.map { call in
      let isSure = call.function == nil && (call.certainty == .always || joined.contains(call.name.location))
      return StraightCall(call: call, isSure: isSure && !loose.contains(call.name.location))
    }
  }

  /// Whether it certainly neither fetches, unpacks nor runs anything of which nothing is known.
  var isPlain: Bool {
    if call.name.value.hasPrefix("/"),
      !["/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/"].contains(where: call.name.value.hasPrefix)
    {
      return false
    }
    return Self.plain.contains(name)
  }

  /// Whether it restarts the machine at once.
  var restarts: Bool {
    let words = call.arguments.compactMap(\.text)
    switch name {
    case "reboot": return !words.contains { $0 == "--help" || $0 == "-w" }
    case "shutdown": return words.contains("-r") && (words.contains("now") || words.contains("+0"))
    case "init", "telinit": return words.first == "6"
    case "systemctl": return verb == "reboot"
    default: return false
    }
  }

  private static let plain: Set<String> = [
    "[", "adduser", "addgroup", "apt", "apt-get", "apt-key", "apt-mark", "cat", "cd", "chgrp", "chmod",
    "chown", "cp", "cut",
    "date", "debconf-set-selections", "dpkg", "du", "df", "echo", "env", "exit", "export", "false", "find",
    "grep",
    "groupadd", "head", "hostname", "id", "install", "ln", "locale-gen", "ls", "mkdir", "mv", "passwd",
    "printf", "pwd",
    "readlink", "rm", "rmdir", "sed", "service", "set", "shift", "sleep", "sort", "stat", "sudo", "sync",
    "systemctl", "tail",
    "tee", "test", "touch", "tr", "true", "umask", "uname", "unset", "useradd", "usermod", "wc", "whoami",
  ]
}

extension Project {
  /// The scripts of a provisioner in the order in which it runs them; nil where one of them was not read, or is no shell's.
  func guestScripts(of provisioner: ConfiguredComponent, in build: Build) -> ArraySlice<ProjectScript>? {
    let owner = ComponentReference(provisioner, in: build)
    guard references(of: owner).allSatisfy({ $0.kind != .script || $0.state == .present }) else { return nil }
    let own = scripts(of: owner)
    return own.allSatisfy { $0.isShell && $0.script.faults.isEmpty } && !own.isEmpty ? own : nil
  }
}
