package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports templates whose Ruby does not compile.
package struct TemplateSyntaxError: ProjectRule {
  package static let id: RuleID = "chef/template-syntax-error"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for run in ChefStep.all(in: project) {
      let templates = run.chef.rubyFiles.filter { $0.part == .template }
      let broken = templates.compactMap { file in RubyBreak(file).map { (file, $0) } }
      guard !broken.isEmpty else { continue }
      let uses = TemplateUse.all(in: run.chef.rubyFiles)
      for (file, fault) in broken {
        let use = TemplateUse.use(of: file, among: uses)
        findings.add(
          "Ruby cannot read this template: \(fault.message)", at: fault.opening ?? fault.location,
          atMost: use?.isSure == true ? .error : .warning,
          help: use == nil ? "no resource is seen to render it" : nil,
          labels: fault.opening == nil ? [] : [Label("Ruby notices it here", at: fault.location)],
          chain: run.chain(to: use?.file ?? file) + (use?.links ?? []))
      }
    }
  }
}
