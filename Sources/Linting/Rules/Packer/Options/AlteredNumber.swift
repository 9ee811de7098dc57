package import Diagnostics
package import Lint
import Packer
import Source

/// Reports numbers that stand for texts and lose digits or their notation on the way: `1.10` becomes `1.1`.
package struct AlteredNumber: TemplateRule {
  package static let id: RuleID = "packer/altered-number"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    template.eachKnownOption { entry, option in
      for value in texts(of: entry.value, as: option.type) {
        guard value.kind == .number, let written = value.scalar?.string else { continue }
        let read = NumberText.text(of: written)
        guard read != written else { continue }
        let shown = option.isSensitive || SecretShape.isSecretName(entry.word) ? "" : " `\(written)`"
        let result = shown.isEmpty ? "another text" : "`\(read)`"
        findings.add(
          "number\(shown) of `\(entry.word)` becomes the text \(result)", at: value.location,
          help: "put it into quotes to keep it as it is written",
          fix: template.template.conversion(at: value.location, to: [.text]).map { Fix(.unsafe, edits: $0) })
      }
    }
  }

  /// The parts of a value that are read as texts.
  private func texts(of value: TemplateValue, as type: OptionType) -> [TemplateValue] {
    switch type {
    case .string: [value]
    case .list(.string): value.kind == .list ? value.items : [value]
    case .map(.string): value.entries.map(\.value)
    default: []
    }
  }
}
