import GoTemplate
package import Packer
package import Source

extension PackerTemplate {
  /// Every text of variables and components that holds `{{…}}`, parsed, in the order of the template.
  var expressions: [GoTemplate] {
    texts(mentioning: "{{").map { GoTemplate($0) }
  }

  /// Every text of variables and components, keys of maps left out, in the order of the template.
  package var texts: [DerivedText] { texts(mentioning: "") }

  /// Those in which a part stands; the others are not made for a moment.
  package func texts(mentioning part: String) -> [DerivedText] {
    var walk = TextWalk(part: part)
    for variable in variables { walk.visit(variable.value, depth: 0) }
    for component in components { walk.visit(component.value, depth: 0) }
    walk.sort()
    return walk.found
  }
}

/// Collects the texts of values, within bounds.
private struct TextWalk {
  private static let depthLimit = 64
  private static let countLimit = 200_000
  /// What stands in every text that is wanted.
  let part: String
  private(set) var found: [DerivedText] = []
  private var count = 0

  init(part: String) { self.part = part }

  /// Puts the texts in the order of the template.
  mutating func sort() { found.sort { $0.whole < $1.whole } }

  mutating func visit(_ value: TemplateValue, depth: Int) {
    count += 1
    guard depth < Self.depthLimit, count < Self.countLimit else { return }
    switch value.kind {
    case .text: if value.mentions(part), let text = value.text { found.append(text) }
    case .list: for item in value.items { visit(item, depth: depth + 1) }
    case .map: for entry in value.entries { visit(entry.value, depth: depth + 1) }
    case .null, .bool, .number, .missing: break
    }
  }
}
