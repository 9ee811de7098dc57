package import Diagnostics
package import Lint
package import Project
import RubySyntax

/// Reports reboots that a recipe asks for in the middle of a bake.
package struct RebootWhileBaking: ProjectRule {
  package static let id: RuleID = "chef/reboot-while-baking"

  private static let actions: Set = ["now", "request_reboot", "reboot_now"]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefBake.rubyFiles(in: project) where file.part != .template {
      for resource in DeclaredResource.all(of: ["reboot"], in: file) where !resource.isGuarded {
        guard let action = resource.actions?.first(where: Self.actions.contains) else { continue }
        findings.add(
          run.isInBareContainer
            ? "a container cannot reboot" : "`\(action)` ends the connection, and with it the bake",
          at: resource.location,
          help: run.isInBareContainer
            ? "leave the resource out of what is baked into a container"
            : "reboot from a `shell` provisioner with `expect_disconnect`, and go on in another one",
          chain: run.chain(to: file))
      }
    }
  }
}
