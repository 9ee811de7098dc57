package import Diagnostics
package import Lint
import Packer
import Source

/// Reports options for a provider of Vagrant that were meant for one with a name close by.
package struct UnknownProvider: TemplateRule {
  package static let id: RuleID = "packer/unknown-provider"

  package init() {}

  /// The names by which the post-processor knows the makers of its boxes.
  private static let providers = [
    "aws", "azure", "digitalocean", "docker", "google", "hyperv", "libvirt", "lxc", "parallels", "scaleway",
    "virtualbox", "vmware",
  ]

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.components
    where component.kind == .postProcessor && component.type?.value == "vagrant" {
      for entry in component.options.named("override")?.value.entries ?? [] {
        // Of another name, a plugin may have it.
        guard !Self.providers.contains(entry.word),
          let near = Suggestion.nearest(to: entry.word, among: Self.providers)
        else { continue }
        findings.add(
          "no provider of Vagrant is called `\(entry.word)`", at: entry.name.location,
          help: Wording.meant([near]), fix: Wording.renaming(entry.name.location, to: [near]))
      }
    }
  }
}
