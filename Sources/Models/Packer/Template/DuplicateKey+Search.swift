import Source

extension DuplicateKey {
  /// Every key that stands twice in one map, at any depth, in the order of the document.
  static func all(in root: TemplateValue) -> [DuplicateKey] {
    var found: [DuplicateKey] = []
    collect(in: root, to: &found)
    return found.sorted { $0.second < $1.second }
  }

  /// The parser bounds nesting, so the recursion is bounded as well.
  private static func collect(in value: TemplateValue, to found: inout [DuplicateKey]) {
    var places: [String: Location] = [:]
    for entry in value.entries {
      let name = entry.name
      if let first = places[name.value] {
        found.append(DuplicateKey(name: name.value, first: first, second: name.location))
      } else {
        places[name.value] = name.location
      }
      collect(in: entry.value, to: &found)
    }
    for item in value.items { collect(in: item, to: &found) }
  }
}
