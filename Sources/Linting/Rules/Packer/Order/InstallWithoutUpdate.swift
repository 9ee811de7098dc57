package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports installs by apt where the lists of packages are not there.
package struct InstallWithoutUpdate: ProjectRule {
  package static let id: RuleID = "packer/install-without-update"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    var known: Set<Location> = []
    for build in project.builds where build.builder.type.value == "docker" {
      var lists = Lists(of: build.builder)
      for provisioner in build.provisioners {
        switch provisioner.type.value {
        case "file", "sleep", "breakpoint", "shell-local": continue
        case "shell": break
        default:
          lists = .unknown
          continue
        }
        guard let scripts = project.guestScripts(build: build.name, position: provisioner.position) else {
          lists = .unknown
          continue
        }
        for call in scripts.flatMap({ StraightCall.all(in: $0.script) }) {
          if let absence = lists.pass(call), known.insert(call.call.name.location).inserted {
            findings.add(absence.message, at: call.call.name.location, help: "run `apt-get update` before it", labels: absence.labels)
          }
        }
      }
    }
  }

  /// The lists of packages, as far as the commands so far tell.
  private enum Lists {
    case unknown, present
    /// The base image comes without them.
    case neverMade(image: String)
    case removed(Location)

    init(of builder: ConfiguredComponent) {
      self = .unknown
      guard let image = builder.options.string("image") else { return }
      var name = image
      for prefix in ["docker.io/", "library/"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
      let repository = String(name.prefix { $0 != ":" && $0 != "@" })
      if ["debian", "ubuntu"].contains(repository) { self = .neverMade(image: image) }
    }

    /// Takes a command into account; what is absent where it installs without lists.
    mutating func pass(_ call: StraightCall) -> (message: String, labels: [Label])? {
      if ["apt", "apt-get"].contains(call.name) { return install(call) }
      if call.name == "rm", let place = call.operands.first(where: { ($0.text ?? "").hasPrefix("/var/lib/apt/lists") }) {
        self = call.isSure ? .removed(place.location) : .unknown
      } else if !call.isPlain {
        self = .unknown
      }
      return nil
    }

    private mutating func install(_ call: StraightCall) -> (message: String, labels: [Label])? {
      switch call.verb {
      case "update":
        self = call.isSure ? .present : .unknown
      case "install" where call.isSure && call.operands.dropFirst().contains { !$0.knownPrefix.contains("/") }:
        let before = self
        self = .unknown
        switch before {
        case .neverMade(let image):
          return ("`\(image)` has no lists of packages yet: `\(call.name) install` finds nothing", [])
        case .removed(let place):
          return (
            "the lists of packages are removed before: `\(call.name) install` finds nothing",
            [Label("they are removed here", at: place)]
          )
        case .unknown, .present: self = before
        }
      default: break
      }
      return nil
    }
  }
}
