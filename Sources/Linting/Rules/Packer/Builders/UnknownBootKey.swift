package import Diagnostics
package import Lint
import Packer
import Source

/// Reports what looks like a key of a boot command and is typed letter by letter.
package struct UnknownBootKey: TemplateRule {
  package static let id: RuleID = "packer/unknown-boot-key"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.builders {
      var keys = BootKeys()
      for text in component.bootTexts(in: template.catalog) { keys.read(text) }
      for word in keys.strangers {
        let meant = BootKeys.meant(by: word.value)
        findings.add(
          "`<\(word.value)>` is no key: it is typed letter by letter", at: word.location,
          help: meant.map { "did you mean `<\($0)>`?" }
            ?? "keys are written as `<enter>`, `<leftCtrlOn>`, waits as `<wait5s>`",
          fix: meant.map { Fix(.unsafe, edits: [.init(replacing: word.location, with: "<\($0)>")]) })
      }
    }
  }
}
