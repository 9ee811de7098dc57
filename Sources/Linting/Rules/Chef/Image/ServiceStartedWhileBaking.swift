package import Diagnostics
package import Lint
import Packer
package import Project
import RubySyntax
import ShellSyntax
import Source

/// Reports services that a recipe starts in the container of a bake.
package struct ServiceStartedWhileBaking: ProjectRule {
  package static let id: RuleID = "chef/service-started-while-baking"

  private static let types = ["service", "systemd_unit", "runit_service"]
  private static let verbs: Set = ["start", "restart", "reload", "stop", "reload_or_restart", "try_restart"]
  private static let help =
    "nothing that runs is part of an image: enable the service, and let the container's command start it"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefBake.rubyFiles(in: project) where run.isInBareContainer && file.part != .template {
      for resource in DeclaredResource.all(of: Self.types, in: file) {
        guard let place = resource.properties("action").last,
          let value = file.outline.arguments(at: place).first,
          let action = resource.actions?.first(where: Self.verbs.contains),
          !resource.isGuarded
        else { continue }
        findings.add(
          "\(resource.words) is to \(action) in the container of build `\(run.build.name)`",
          at: file.tree.location(of: value), help: Self.help, chain: run.chain(to: file))
      }
      for resource in DeclaredResource.all(of: ["execute", "bash", "script"], in: file) {
        check(resource, run, &findings)
      }
    }
  }

  /// Looks for commands that speak to the init system.
  private func check(_ resource: DeclaredResource, _ run: ChefBake, _ findings: inout Findings) {
    let tree = resource.file.tree
    let property = resource.type == "execute" ? "command" : "code"
    let name = resource.file.outline.arguments(at: resource.place).first
    guard !resource.isGuarded, let value = resource.value(property) ?? (property == "command" ? name : nil),
      let text = tree.content(of: value)
    else { return }
    for call in ShellScript.parse(text).calls where call.certainty == .always {
      guard let words = Self.command(call) else { continue }
      findings.add(
        "`\(words)` has no init system to speak to in the container of build `\(run.build.name)`",
        at: call.name.location, help: Self.help, chain: run.chain(to: resource.file))
    }
  }

  private static func command(_ call: ShellCall) -> String? {
    let words = call.words.filter { !$0.hasPrefix("-") }
    switch call.program {
    case "systemctl":
      guard let verb = words.first, verbs.contains(verb) || verb == "daemon-reload" else { return nil }
      return call.has("--no-block") || call.has("--root") ? nil : "systemctl \(verb)"
    case "service", "invoke-rc.d":
      guard words.count > 1, verbs.contains(words[1]) else { return nil }
      return "\(call.program) \(words[0]) \(words[1])"
    default:
      guard call.name.value.hasPrefix("/etc/init.d/"), let verb = words.first, verbs.contains(verb) else {
        return nil
      }
      return "\(call.name.value) \(verb)"
    }
  }
}
