package import Diagnostics
package import Lint
import Packer
import Source

/// Reports what is fetched, or logged in to, over a connection that anybody on the way can change.
package struct PlainHttp: TemplateRule {
  package static let id: RuleID = "packer/plain-http"

  /// Options of downloads that nothing else checks, and of servers that get a password.
  private static let options: Set = [
    "server_url", "login_server", "vcenter_server", "proxmox_url", "api_url", "identity_endpoint", "endpoint",
    "base_url", "guest_additions_url", "box_download_url", "vagrant_cloud_url", "custom_endpoint_ec2",
    "iso_checksum_url",
    "external_source_image_url", "image_url", "triton_url",
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.evaluation.builds.flatMap(\.components) {
      for entry in component.options.entries where Self.options.contains(entry.name.value) {
        check(entry.value, &findings)
      }
      if !isChecked(component.options) {
        for value in component.options.values("iso_url") + component.options.values("iso_urls") {
          check(value, &findings)
        }
      }
      if let value = component.options["iso_checksum"], let text = value.string,
        text.hasPrefix("file:http://")
      {
        report(value.location, &findings)
      }
    }
  }

  /// Whether a sum that the template itself holds tells a forged image from the right one.
  private func isChecked(_ options: Options) -> Bool {
    guard let value = options["iso_checksum"] else { return options["iso_checksum_url"] != nil }
    guard let text = value.string?.lowercased() else { return true }
    return text != "none" && WeakChecksum.kind(text) == nil
      && !["none", "md5", "sha1"].contains(options.string("iso_checksum_type")?.lowercased() ?? "")
  }

  private func check(_ value: OptionValue, _ findings: inout Findings) {
    guard let text = value.string?.lowercased(), text.hasPrefix("http://"), !isLocal(text) else { return }
    report(value.location, &findings)
  }

  /// Whether the server is the host itself, or one whose name only the local network knows.
  private func isLocal(_ url: String) -> Bool {
    let host = url.dropFirst("http://".count).prefix { $0 != "/" && $0 != ":" }
    return ["localhost", "127.0.0.1", "[", ""].contains(host) || host.hasSuffix(".local")
      || !host.contains(".") || host.hasPrefix("10.") || host.hasPrefix("192.168.")
  }

  private func report(_ place: Location, _ findings: inout Findings) {
    findings.add(
      "whoever stands on the way can change what comes over `http`", at: place,
      help: "use `https`, or a SHA-256 sum that the template itself holds")
  }
}
