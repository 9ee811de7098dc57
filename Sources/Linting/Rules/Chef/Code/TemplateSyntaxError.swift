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
        let use = uses.first { $0.cookbook == file.cookbook && file.path.hasSuffix("/" + $0.source) }
        findings.add(
          "Ruby cannot read this template: \(fault.message)", at: fault.opening ?? fault.location,
          atMost: use?.isSure == true ? .error : .warning,
          help: use == nil ? "no resource is seen to render it" : nil,
          labels: fault.opening == nil ? [] : [Label("Ruby notices it here", at: fault.location)],
          chain: run.chain(to: use?.file ?? file)
            + (use.map { [ChainLink($0.words, at: $0.location)] } ?? []))
      }
    }
  }
}

/// A `template` resource whose source is written out.
private struct TemplateUse {
  let file: ProjectRubyFile
  let source: String
  let cookbook: String
  let words: String
  let location: Location
  /// Whether every run renders it.
  let isSure: Bool

  static func all(in files: [ProjectRubyFile]) -> [TemplateUse] {
    files.filter { $0.part != .template }.flatMap { file in
      DeclaredResource.all(of: ["template"], in: file).compactMap { TemplateUse($0) }
    }
    .sorted { $0.isSure && !$1.isSure }
  }

  private init?(_ resource: DeclaredResource) {
    let written = resource.value("source")
    let base = resource.name.flatMap { $0.split(separator: "/").last }
    guard let source = written == nil ? base.map({ $0 + ".erb" }) : resource.text("source") else {
      return nil
    }
    guard resource.value("local") == nil else { return nil }
    file = resource.file
    self.source = source
    cookbook = resource.text("cookbook") ?? resource.file.cookbook
    words = "resource \(resource.words)"
    location = resource.location
    isSure = resource.file.isLoaded && !resource.isConditional && !resource.isGuarded
  }
}
