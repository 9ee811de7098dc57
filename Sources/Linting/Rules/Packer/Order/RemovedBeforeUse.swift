package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports files that a step removes and a later one runs or fetches.
package struct RemovedBeforeUse: ProjectRule {
  package static let id: RuleID = "packer/removed-before-use"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds {
      var removals = Removals()
      for provisioner in build.provisioners {
        switch provisioner.type.value {
        case "sleep", "breakpoint", "shell-local": continue
        case "file": pass(provisioner, &removals, &known, &findings)
        case "shell":
          guard let scripts = project.guestScripts(of: provisioner, in: build) else {
            removals = Removals()
            continue
          }
          for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) {
            if let used = call.usedFile, let path = used.text, let place = removals.place(of: path) {
              report(path, used.location, place, &known, &findings)
            }
            removals.pass(call)
          }
        default: removals = Removals()
        }
      }
    }
  }

  private func pass(
    _ provisioner: ConfiguredComponent, _ removals: inout Removals, _ known: inout Set<Location>,
    _ findings: inout Findings
  ) {
    if provisioner.options.string("direction") == "download" {
      guard let source = provisioner.options["source"], let path = provisioner.options.string("source"),
        let place = removals.place(of: path)
      else { return }
      report(path, source.location, place, &known, &findings)
    } else if let destination = provisioner.options.string("destination") {
      removals.forget(destination)
    } else {
      removals = Removals()
    }
  }

  private func report(
    _ path: String, _ location: Location, _ removal: Location, _ known: inout Set<Location>,
    _ findings: inout Findings
  ) {
    guard known.insert(location).inserted else { return }
    findings.add(
      "`\(path)` is removed before this uses it", at: location,
      help: "clean up behind the last step that needs it",
      labels: [Label("it is removed here", at: removal)])
  }
}

/// The paths that are certainly gone.
private struct Removals {
  /// A removed path, or a folder of which only the content is removed.
  private struct Removal {
    let path: String
    let isContent: Bool
    let location: Location
  }

  private var removals: [Removal] = []

  /// Where a path was removed; nil where it may be there.
  func place(of path: String) -> Location? {
    removals.last { path.hasPrefix($0.path + "/") || (!$0.isContent && path == $0.path) }?.location
  }

  /// Forgets what a path, or what is made at or under it, may bring back.
  mutating func forget(_ path: String) {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    removals.removeAll { $0.path == path || $0.path.hasPrefix(path + "/") || path.hasPrefix($0.path + "/") }
  }

  /// Takes a command into account.
  mutating func pass(_ call: StraightCall) {
    guard call.isPlain, call.usedFile == nil else {
      removals = []
      return
    }
    guard call.name == "rm" else {
      // A relative path may lie in a removed folder.
      for word in call.call.arguments + call.call.redirections.map(\.target) {
        let text = word.knownPrefix
        if text.hasPrefix("/") {
          forget(text)
        } else if call.call.redirections.contains(where: \.writesFile) {
          removals = []
        }
      }
      if ["cd", "cp", "mv", "ln", "install", "tee"].contains(call.name), call.name != "cd" {
        if call.operands.last?.text?.hasPrefix("/") != true { removals = [] }
      }
      return
    }
    guard call.isSure else { return }
    for operand in call.operands {
      guard var path = operand.text, path.hasPrefix("/") else { continue }
      let isContent = path.hasSuffix("/*")
      if isContent { path.removeLast(2) }
      if path.hasSuffix("/") { path.removeLast() }
      guard path.utf8.count > 1, !path.contains("*"), !path.contains("?"), !path.contains("[") else {
        continue
      }
      removals.append(Removal(path: path, isContent: isContent, location: operand.location))
    }
  }
}

extension StraightCall {
  /// The file that it runs: its own name, or what a shell is given; nil where it runs none of the image.
  var usedFile: ShellWord? {
    guard isSure else { return nil }
    if ["sh", "bash", "dash", "source", "."].contains(name) {
      guard let word = operands.first, word.text?.hasPrefix("/") == true,
        !call.arguments.contains(where: { $0.text == "-c" })
      else { return nil }
      return word
    }
    let path = call.name.value
    guard path.hasPrefix("/"), !["/bin/", "/usr/", "/sbin/", "/etc/"].contains(where: path.hasPrefix) else {
      return nil
    }
    return ShellWord([.plain(path)], at: call.name.location)
  }
}
