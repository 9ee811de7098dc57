package import Diagnostics
package import Lint
import Packer
import Source

/// Reports lists in overrides that are shorter than those that they are laid over, so that the rest of those stays.
package struct PartialOverride: TemplateRule {
  package static let id: RuleID = "packer/partial-override"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    for component in template.template.provisioners {
      guard let type = component.type?.value, let facts = template.catalog[component.kind, type] else {
        continue
      }
      for (build, options) in component.overrides {
        for entry in options where entry.value.kind == .list && !entry.value.items.isEmpty {
          guard let option = facts.option(entry.word), case .list = option.type,
            let below = component.options.last(where: { facts.option($0.word)?.name == option.name }),
            below.value.kind == .list, below.value.items.count > entry.value.items.count
          else { continue }
          let rest = below.value.items.count - entry.value.items.count
          let kept = below.value.items[entry.value.items.count]
          findings.add(
            "`\(option.name)` for build `\(build.value)` keeps the last \(rest == 1 ? "item" : "\(rest) items") of the list that it overrides",
            at: entry.value.location,
            help:
              "Packer lays the list over the other item by item; write a step of its own for the build, with `only` and `except`",
            labels: [Label("stays", at: kept.location)])
        }
      }
    }
  }
}
