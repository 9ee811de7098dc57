package import Diagnostics
import Image
package import Lint
import Source

/// Reports instructions of a commit that only newer releases of docker take.
package struct UnportableImageChange: TemplateRule {
  package static let id: RuleID = "packer/unportable-image-change"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for option in ImageChangeOption.all(in: template)
    where option.changes.contains(where: { if case .stopSignal = $0 { true } else { false } }) {
      findings.add(
        "docker before release 23 refuses `STOPSIGNAL` here", at: option.location,
        help:
          "give the signal where containers are started: `docker run --stop-signal`, `stop_signal` of compose"
      )
    }
  }
}
