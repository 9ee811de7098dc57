import Lint
import Packer
import Source

extension LintedTemplate {
  /// Visits every option that the catalog knows, in components, overrides and nested objects.
  func eachKnownOption(_ visit: (TemplateEntry, OptionFacts) -> Void) {
    for component in template.components {
      guard let type = component.type?.value, let facts = catalog[component.kind, type] else { continue }
      for entries in [component.options] + component.overrides.map(\.options) {
        Self.each(of: entries, facts.options, visit)
      }
    }
  }

  private static func each(
    of entries: [TemplateEntry], _ facts: [String: OptionFacts], _ visit: (TemplateEntry, OptionFacts) -> Void
  ) {
    for entry in entries {
      guard let option = facts.matching(entry.word) else { continue }
      visit(entry, option)
      guard !option.options.isEmpty else { continue }
      let objects = entry.value.kind == .list ? entry.value.items : [entry.value]
      for object in objects { each(of: object.entries, option.options, visit) }
    }
  }
}
