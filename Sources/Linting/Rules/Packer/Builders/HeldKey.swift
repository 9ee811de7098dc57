package import Diagnostics
package import Lint
import Packer
import Source

/// Reports keys that a boot command holds down and never lets go.
package struct HeldKey: TemplateRule {
  package static let id: RuleID = "packer/held-key"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.builders {
      let texts = component.bootTexts(in: template.catalog)
      // What a variable holds may let it go.
      guard !texts.contains(where: { $0.string.contains("user") && $0.string.contains("{{") }) else {
        continue
      }
      var keys = BootKeys()
      for text in texts { keys.read(text) }
      var held: [String: BootKeys.Key] = [:]
      for key in keys.keys {
        switch key.action {
        case .hold: held[key.name] = key
        case .release: held[key.name] = nil
        case .press: break
        }
      }
      for key in held.values.sorted(by: { $0.location < $1.location }) {
        findings.add(
          "a key is held down here and never let go", at: key.location,
          help: "write the same with `Off` behind what it goes with")
      }
    }
  }
}
