import DataSyntax
import GoTemplate
import Source

/// The parsed texts of a template that hold `{{…}}`, each parsed once, with every variable that they read.
struct TemplateTexts {
  private var templates: [DerivedTextKey: GoTemplate] = [:]
  private(set) var variableUses: [Located<String>] = []
  /// Whether a name is computed, so that any variable may be read.
  private(set) var readsComputedNames = false
  /// Values may not nest deeper, nor be more, so that a hostile template ends.
  static let depthLimit = 64
  static let countLimit = 200_000
  private var countLeft = Self.countLimit

  private struct DerivedTextKey: Hashable {
    let location: Location
    let isVariable: Bool
  }

  init(of template: PackerTemplate) {
    for variable in template.variables { scan(variable.value, isVariable: true, depth: 0) }
    for component in template.components { scan(component.value, isVariable: false, depth: 0) }
    variableUses.sort { $0.location < $1.location }
  }

  /// The parsed form of a text.
  func template(_ text: DerivedText, isVariable: Bool = false) -> GoTemplate {
    templates[DerivedTextKey(location: text.whole, isVariable: isVariable)]
      ?? GoTemplate(text, fieldActions: isVariable ? .literal : .parsed)
  }

  private mutating func scan(_ value: TemplateValue, isVariable: Bool, depth: Int) {
    countLeft -= 1
    guard depth < Self.depthLimit, countLeft > 0 else { return }
    switch value.kind {
    case .text: if value.mentions("{{"), let text = value.text { scan(text, isVariable: isVariable) }
    case .list: for item in value.items { scan(item, isVariable: isVariable, depth: depth + 1) }
    case .map:
      for entry in value.entries {
        if entry.keyNode.mentions("{{"), let key = entry.key { scan(key, isVariable: isVariable) }
        scan(entry.value, isVariable: isVariable, depth: depth + 1)
      }
    case .null, .bool, .number, .missing: break
    }
  }

  private mutating func scan(_ text: DerivedText, isVariable: Bool) {
    let key = DerivedTextKey(location: text.whole, isVariable: isVariable)
    guard templates[key] == nil else { return }
    let template = GoTemplate(text, fieldActions: isVariable ? .literal : .parsed)
    templates[key] = template
    for call in template.calls where call.function == "user" {
      if let name = TextRenderer.firstText(of: call, in: template) {
        variableUses.append(name)
      } else {
        readsComputedNames = true
      }
    }
  }
}
