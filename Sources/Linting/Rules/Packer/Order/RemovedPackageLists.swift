package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports installs by apt behind a command that removes the lists of packages.
package struct RemovedPackageLists: ProjectRule {
  package static let id: RuleID = "packer/removed-package-lists"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds {
      var lists = Lists.unknown
      for provisioner in build.provisioners {
        switch provisioner.type.value {
        case "file", "sleep", "breakpoint", "shell-local": continue
        case "shell": break
        default:
          lists = .unknown
          continue
        }
        guard let scripts = project.guestScripts(of: provisioner, in: build) else {
          lists = .unknown
          continue
        }
        for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) {
          guard let removal = lists.pass(call), known.insert(call.call.name.location).inserted else {
            continue
          }
          findings.add(
            "the lists of packages are removed before: `\(call.name) install` finds nothing",
            at: call.call.name.location,
            help: "run `apt-get update` before it, or remove the lists in the last step",
            labels: [Label("they are removed here", at: removal)])
        }
      }
    }
  }

  /// The lists of packages, as far as the commands so far tell.
  private enum Lists {
    case unknown
    case removed(Location)

    /// Takes a command into account; where the lists were removed if it installs without them.
    mutating func pass(_ call: StraightCall) -> Location? {
      if call.name == "rm",
        let place = call.operands.first(where: { ($0.text ?? "").hasPrefix("/var/lib/apt/lists") })
      {
        self = call.isSure ? .removed(place.location) : .unknown
      } else if ["apt", "apt-get"].contains(call.name), ["install", "update"].contains(call.verb) {
        let before = self
        let isFile = !call.operands.dropFirst().contains { !$0.knownPrefix.contains("/") }
        if call.verb == "install", isFile || !call.isSure { return nil }
        self = .unknown
        if case .removed(let place) = before, call.verb == "install" { return place }
      } else if !call.isPlain {
        self = .unknown
      }
      return nil
    }
  }
}
