import GoTemplate
package import Packer
package import Source

extension PackerTemplate {
  /// Every text of variables and components that holds `{{…}}`, parsed, in the order of the template.
  var expressions: [GoTemplate] {
    texts { GoTemplate.hasActions($0.bytes) }.map { GoTemplate($0) }
  }

  /// Every text of variables and components, keys of maps left out, in the order of the template.
  package var texts: [DerivedText] { texts { _ in true } }

  /// Those that are wanted; the others are not kept for a moment.
  private func texts(where isWanted: (DerivedText) -> Bool) -> [DerivedText] {
    var walk = TextWalk()
    for variable in variables { walk.visit(variable.value, depth: 0, isWanted) }
    for component in components { walk.visit(component.value, depth: 0, isWanted) }
    walk.found.sort { $0.whole < $1.whole }
    return walk.found
  }
}

/// Collects the texts of values, within bounds.
private struct TextWalk {
  private static let depthLimit = 64
  private static let countLimit = 200_000
  var found: [DerivedText] = []
  private var count = 0

  mutating func visit(_ value: TemplateValue, depth: Int, _ isWanted: (DerivedText) -> Bool) {
    count += 1
    guard depth < Self.depthLimit, count < Self.countLimit else { return }
    switch value.kind {
    case .text: if let text = value.text, isWanted(text) { found.append(text) }
    case .list: for item in value.items { visit(item, depth: depth + 1, isWanted) }
    case .map: for entry in value.entries { visit(entry.value, depth: depth + 1, isWanted) }
    case .null, .bool, .number, .missing: break
    }
  }
}
