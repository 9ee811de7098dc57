import DataSyntax
package import Diagnostics
package import Lint
import Packer
import Source

/// Reports credentials for a registry that nothing uses, since `login` is not set.
package struct IdleLogin: TemplateRule {
  package static let id: RuleID = "packer/idle-login"

  private static let credentials = ["login_username", "login_password"]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let types: Set = ["docker", "docker-push"]
    for component in template.template.components {
      guard let type = component.type?.value, types.contains(type),
        component.kind != .provisioner, !logsIn(component),
        let entry = Self.credentials.compactMap({ component.options.named($0) }).first,
        !entry.value.isNothing, entry.value.text?.bytes.isEmpty != true
      else { continue }
      findings.add(
        "`\(entry.word)` has no effect: `login` is not set", at: entry.keyLocation,
        help:
          "add `\"login\": true`; without it \(type == "docker" ? "the image is pulled" : "the image is pushed") as whoever is logged in",
        fix: template.template.setting("login", to: .bool(true), in: component).map {
          Fix(.unsafe, edits: $0)
        })
    }
  }

  /// Whether it may log in.
  private func logsIn(_ component: TemplateComponent) -> Bool {
    ["login", "ecr_login"].contains { name in
      guard let value = component.options.named(name)?.value else { return false }
      return value.bool != false && !value.isNothing
    }
  }
}
