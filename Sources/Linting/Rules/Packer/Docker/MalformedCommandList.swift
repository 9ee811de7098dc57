package import Diagnostics
import Image
package import Lint
import Source

/// Reports commands of an image that look like a list of words and are a line for the shell.
package struct MalformedCommandList: TemplateRule {
  package static let id: RuleID = "packer/malformed-command-list"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for option in ImageChangeOption.all(in: template)
    where option.changes.contains(where: { shellLine($0)?.hasPrefix("[") ?? false }) {
      let name = option.text.split { $0 == " " || $0 == "\t" }.first.map(String.init) ?? ""
      findings.add(
        "this `\(name.uppercased())` is no JSON: `/bin/sh -c` gets the brackets and all",
        at: option.location,
        help: "put every word in double quotes: `[\"nginx\", \"-g\", \"daemon off;\"]`")
    }
  }

  private func shellLine(_ change: ConfigurationChange) -> String? {
    switch change {
    case .command(.shell(let line)), .entrypoint(.shell(let line)): line
    default: nil
    }
  }
}
