package import Diagnostics
package import Lint
import Packer
import Source

/// Reports paths in the home folder of the user of one build, in a step that another build runs as somebody else.
package struct HomeOfOtherBuild: TemplateRule {
  package static let id: RuleID = "packer/home-of-other-build"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let users = template.evaluation.builds.map { (build: $0, user: Self.user(of: $0)) }
    guard Set(users.compactMap(\.user)).count > 1 else { return }
    var known: Set<Location> = []
    for (build, user) in users {
      guard let user else { continue }
      for step in build.provisioners where !["shell-local", "ansible"].contains(step.type.value) {
        for (text, place) in Self.texts(of: step) where !known.contains(place) {
          guard let other = users.first(where: { $0.user != user && Self.names(home: $0.user, text) }),
            let name = other.user, !creates(user: name, build, before: step)
          else { continue }
          known.insert(place)
          findings.add(
            "`/home/\(name)` belongs to the user of build `\(other.build.name)`; build `\(build.name)` runs this as `\(user)`",
            at: place,
            help: "write `$HOME` or a folder that all builds have, or keep the step to one build with `only`")
        }
      }
    }
  }

  /// The user as whom a build runs its steps; nil where only the run knows.
  private static func user(of build: Build) -> String? {
    if build.builder.type.value == "docker" {
      return build.builder.options["exec_user"] == nil ? "root" : build.builder.options.string("exec_user")
    }
    let name = build.builder.options.string("ssh_username")
    return name?.isEmpty == false ? name : nil
  }

  private static func texts(of step: ConfiguredComponent) -> [(String, Location)] {
    let named = step.options.texts("inline") + step.options.texts("destination")
    return named.map { ($0.value.shown, $0.location) }
  }

  private static func names(home user: String?, _ text: String) -> Bool {
    guard let user, user != "root" else { return false }
    let folder = Array("/home/\(user)".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= folder.count else { return false }
    return (0...(bytes.count - folder.count)).contains { start in
      guard bytes[start...].starts(with: folder) else { return false }
      let end = start + folder.count
      return end == bytes.count || !(bytes[end] == 0x2D || bytes[end] == 0x5F || isLetterOrDigit(bytes[end]))
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  /// Whether a step of the build may make the user; a script may, and so may a tool that brings a machine into a state.
  private func creates(user: String, _ build: Build, before step: ConfiguredComponent) -> Bool {
    build.provisioners.contains { other in
      guard other.location.range.start <= step.location.range.start else { return false }
      switch other.type.value {
      case "file", "shell-local", "windows-restart", "breakpoint", "sleep": return false
      case "shell":
        let isByFile = other.options["script"] != nil || other.options["scripts"] != nil
        return isByFile
          || other.options.texts("inline").contains { text in
            ["useradd", "adduser", "mkdir"].contains { text.value.shown.contains($0) }
          }
      default: return true
      }
    }
  }
}
