package import Diagnostics
package import Lint
import Packer
import Source

/// Reports options of a communicator that the builder does not use.
package struct IdleCommunicatorOption: TemplateRule {
  package static let id: RuleID = "packer/idle-communicator-option"

  /// Options of ssh that a builder with winrm does not look at.
  private static let onlySSH: Set = [
    "ssh_agent_auth", "ssh_disable_agent_forwarding", "ssh_file_transfer_method", "ssh_handshake_attempts",
    "ssh_keep_alive_interval", "ssh_password", "ssh_pty", "ssh_read_write_timeout", "ssh_timeout",
    "ssh_username",
    "ssh_wait_timeout",
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for builder in template.template.builders {
      guard let type = builder.type?.value, let facts = template.catalog[.builder, type],
        let usual = facts.communicator
      else { continue }
      let written = builder.options.named("communicator")
      // A computed communicator may be any.
      let used = written.map { $0.value.weakText ?? "" } ?? usual
      guard !used.isEmpty, !used.contains("{{") else { continue }
      for entry in builder.options
      where facts.option(entry.word)?.name == entry.word && !entry.value.isNothing {
        guard Self.isIdle(entry.word, with: used) else { continue }
        findings.add(
          "`\(entry.word)` has no effect: builder `\(type)` uses communicator `\(used)`",
          at: entry.keyLocation,
          help: written == nil
            ? "remove it, or choose a `communicator`" : "remove it, or change `communicator`",
          labels: written.map { [Label("the communicator is chosen here", at: $0.value.location)] } ?? [],
          fix: template.template.removal(of: entry).map { Fix(.unsafe, edits: $0) })
      }
    }
  }

  private static func isIdle(_ option: String, with communicator: String) -> Bool {
    switch communicator {
    case "ssh": option.hasPrefix("winrm_")
    case "winrm": onlySSH.contains(option)
    case "docker", "dockerWindowsContainer", "none": option.hasPrefix("winrm_") || onlySSH.contains(option)
    default: false
    }
  }
}
