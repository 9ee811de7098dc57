package import Diagnostics
package import Lint
import Packer
import Source

/// Reports docker-save of an image that has no name.
package struct NamelessSave: TemplateRule {
  package static let id: RuleID = "packer/nameless-save"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let saves = template.links { link, _ in
      link.component.type.value == "docker-save" && link.input?.maker == "docker-import"
        && link.input?.isBuilders == true
    }
    for (link, _) in saves {
      findings.add(
        "`docker-save` writes an image without a name", at: link.component.type.location,
        help: "put `docker-tag` before it, in the same inner list; `docker load` else gives only an id")
    }
  }
}
