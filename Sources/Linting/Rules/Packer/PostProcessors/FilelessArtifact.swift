package import Diagnostics
package import Lint
import Packer
import Source

/// Reports post-processors that work on files and get an artifact that has none.
package struct FilelessArtifact: TemplateRule {
  package static let id: RuleID = "packer/fileless-artifact"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    let links = template.links { link, _ in
      ["checksum", "compress"].contains(link.component.type.value) && link.input?.hasNoFiles == true
    }
    for (link, build) in links {
      let isImage = link.input?.maker.hasPrefix("docker") == true
      let save =
        "make a file first: `export_path` in the builder, or `docker-save` and `artifice` with the file"
      findings.add(
        "`\(link.component.type.value)` gets no files: what build `\(build.name)` makes lies elsewhere",
        at: link.component.type.location,
        help: isImage ? save : "name files with `artifice` before it, in the same inner list")
    }
  }
}
