import Diagnostics
import Project
import RubySyntax
import Source

/// What renders a template: a `template` resource whose source is written out, or another template with `render`.
struct TemplateUse {
  /// Where the resource is.
  let file: ProjectRubyFile
  let source: String
  let cookbook: String
  /// The resource, and the templates that lie between, outermost first.
  let links: [ChainLink]
  /// Whether every run renders it.
  let isSure: Bool

  private static let depthLimit = 8

  /// All uses that files tell of: of templates by resources, and of partials by templates that are used themselves.
  static func all(in files: [ProjectRubyFile]) -> [TemplateUse] {
    let templates = files.filter { $0.part == .template }
    var all = files.filter { $0.part != .template }.flatMap { file in
      DeclaredResource.all(of: ["template"], in: file).compactMap { TemplateUse($0) }
    }
    var latest = all
    for _ in 0..<depthLimit where !latest.isEmpty {
      latest = templates.flatMap { template in
        latest.first { $0.isOf(template) }.map { partials(of: template, rendered: $0) } ?? []
      }
      all += latest
    }
    return all.sorted { $0.isSure && !$1.isSure }
  }

  /// The first use of a template: one that is sure before those that are not.
  static func use(of template: ProjectRubyFile, among uses: [TemplateUse]) -> TemplateUse? {
    uses.first { $0.isOf(template) }
  }

  private func isOf(_ template: ProjectRubyFile) -> Bool {
    cookbook == template.cookbook && template.path.hasSuffix("/" + source)
  }

  /// What a template renders in its turn.
  private static func partials(of template: ProjectRubyFile, rendered use: TemplateUse) -> [TemplateUse] {
    template.outline.places(of: "render").compactMap { place in
      guard let call = template.outline.call(at: place), call.receiver == nil,
        let source = template.outline.arguments(at: place).first.flatMap(template.tree.constantText)
      else { return nil }
      return TemplateUse(
        file: use.file, source: source, cookbook: template.cookbook,
        links: use.links + [ChainLink("template", at: template.tree.location(of: call.selector))],
        isSure: use.isSure && !template.outline.calls[place].isConditional)
    }
  }

  private init(
    file: ProjectRubyFile, source: String, cookbook: String, links: [ChainLink], isSure: Bool
  ) {
    self.file = file
    self.source = source
    self.cookbook = cookbook
    self.links = links
    self.isSure = isSure
  }

  private init?(_ resource: DeclaredResource) {
    let written = resource.value("source")
    let base = resource.name.flatMap { $0.split(separator: "/").last }
    guard let source = written == nil ? base.map({ $0 + ".erb" }) : resource.text("source") else {
      return nil
    }
    guard resource.value("local") == nil else { return nil }
    self.init(
      file: resource.file, source: source, cookbook: resource.text("cookbook") ?? resource.file.cookbook,
      links: [ChainLink("resource \(resource.words)", at: resource.location)],
      isSure: resource.file.isLoaded && !resource.isConditional && !resource.isGuarded)
  }
}
