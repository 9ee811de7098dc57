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
      let harm = harm(to: component.options)
      for value in component.options.values("iso_url") + component.options.values("iso_urls") {
        if let harm { check(value, atMost: harm, &findings) }
      }
      if let value = component.options["iso_checksum"], let text = value.string,
        text.hasPrefix("file:http://")
      {
        report(value.location, &findings)
      }
    }
  }

  /// How grave it is that an image comes over such a connection: a good sum that the template itself holds tells a forged
  /// one from the right one, and a weak one does so for all that is known.
  private func harm(to options: Options) -> Severity? {
    guard let value = options["iso_checksum"] else {
      return options["iso_checksum_url"] == nil ? .warning : nil
    }
    guard let text = value.string?.lowercased() else { return nil }
    let type = options.string("iso_checksum_type")?.lowercased() ?? ""
    if text == "none" || type == "none" { return .warning }
    return WeakChecksum.kind(text) != nil || ["md5", "sha1"].contains(type) ? .info : nil
  }

  private func check(
    _ value: OptionValue, atMost limit: Severity = .warning, _ findings: inout Findings
  ) {
    guard let text = value.string?.lowercased(), text.hasPrefix("http://"), !isLocal(text) else { return }
    report(value.location, atMost: limit, &findings)
  }

  /// Whether the server is the host itself, or one whose name only the local network knows.
  private func isLocal(_ url: String) -> Bool {
    let host = url.dropFirst("http://".count).prefix { $0 != "/" && $0 != ":" }
    return ["localhost", "127.0.0.1", "[", ""].contains(host) || host.hasSuffix(".local")
      || !host.contains(".") || host.hasPrefix("10.") || host.hasPrefix("192.168.")
  }

  private func report(
    _ place: Location, atMost limit: Severity = .warning, _ findings: inout Findings
  ) {
    findings.add(
      "whoever stands on the way can change what comes over `http`", at: place, atMost: limit,
      help: "use `https`, or a SHA-256 sum that the template itself holds")
  }
}
