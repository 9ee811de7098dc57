import DataSyntax
import Diagnostics
import Matching
import Source

extension SpecReader {
  /// When an entry is judged, and what comes of it; `expectations` are nil after a fault, when some may be missing.
  mutating func terms(
    _ entries: [DataEntry], of kind: ResourceKind, for expectations: [Expectation]?
  ) -> CheckTerms {
    var terms = CheckTerms()
    for entry in entries {
      switch entry.key.string {
      case "severity": terms.severities = words(entry.value, of: kind, expectations) { $0.severity($1) }
      case "message": terms.messages = words(entry.value, of: kind, expectations) { $0.text($1) }
      case "when": terms.conditions = conditions(entry.value)
      case "requires": terms.requirements = requirements(entry.value)
      case "override": terms.overriding = overriding(entry)
      default: break
      }
    }
    return terms
  }

  /// One value for all that is asserted of a thing, or a map of its properties.
  private mutating func words<Value>(
    _ node: DataNode, of kind: ResourceKind, _ expectations: [Expectation]?,
    _ read: (inout SpecReader, DataNode) -> Value?
  ) -> CheckTerms.Words<Value> {
    var words = CheckTerms.Words<Value>()
    guard node.kind == .mapping else {
      words.common = read(&self, node)
      return words
    }
    for entry in unique(node) {
      let name = entry.key.string ?? ""
      let base = String(name.prefix { $0 != "." })
      guard let property = kind.property(base), name == base || [.named, .document].contains(property.shape)
      else {
        unknown(
          name, entry.key, among: kind.properties.map(\.name), synonym: kind.synonyms[name],
          help: "there are \(kind.properties.map(\.name).joined(separator: ", "))")
        continue
      }
      let isAsserted =
        expectations?.contains { $0.property == name || $0.property.hasPrefix(name + ".") } ?? true
      if !isAsserted {
        report(
          "spec/wrong-value", "nothing is asserted of `\(name)` here", at: entry.key.contentLocation,
          help: "write what `\(name)` must be, or take the line out")
      }
      words.own[name] = read(&self, entry.value)
    }
    return words
  }

  private mutating func severity(_ node: DataNode) -> Severity? {
    if let severity = node.string.flatMap(Severity.init(rawValue:)), node.isScalar { return severity }
    guard node.isScalar, node.kind != .null else {
      wrongKind(node, "a severity", help: "write `severity: warning`")
      return nil
    }
    unknown(
      node.string ?? "", node, among: Severity.allCases.map(\.rawValue),
      help: "the severities are error, warning and info")
    return nil
  }

  /// The facts that must hold; `inputs.NAME` is one too.
  mutating func conditions(_ node: DataNode) -> [Condition] {
    guard node.kind == .mapping, !node.entries.isEmpty else {
      wrongKind(node, "a map of facts", help: "write `when: {platform: debian}`")
      return []
    }
    return unique(node).compactMap { entry in
      let word = entry.key.string ?? ""
      if word.hasPrefix(FactKind.inputPrefix) { return condition(onInput: word, entry) }
      guard let kind = FactKind.all.first(where: { $0.word == word }) else {
        let words = FactKind.all.map(\.word)
        unknown(word, entry.key, among: words, help: "the facts are \(words.joined(separator: ", "))")
        return nil
      }
      let shape = kind.word == FactKind.family.word ? PropertyKind.Shape.list : .scalar
      return matcher(PropertyKind(word, shape, PlainValue.pattern), entry.value)
        .map { Condition(fact: word, matcher: $0) }
    }
  }

  /// What an input must be; its value is known before any image is.
  private mutating func condition(onInput word: String, _ entry: DataEntry) -> Condition? {
    let name = String(word.dropFirst(FactKind.inputPrefix.count))
    guard let input = inputs.entries[name] else {
      let nearest = Suggestion.nearest(to: name, among: inputs.entries.keys)
      report(
        "spec/unknown-input", "there is no input `\(name)`", at: entry.key.contentLocation,
        help: nearest.map { "did you mean `\(FactKind.inputPrefix)\($0)`?" }
          ?? "say what it is: `inputs: {\(name): {}}`")
      return nil
    }
    let shape = if case .value(.list) = input { PropertyKind.Shape.list } else { PropertyKind.Shape.scalar }
    guard let matcher = matcher(PropertyKind(word, shape, PlainValue.pattern), entry.value) else {
      return nil
    }
    let given: Known<Subject> =
      if case .value(let value) = input { .value(value.subject) } else {
        .unknown(UnknownReason("the input has no value"))
      }
    return Condition(fact: word, matcher: matcher, given: given)
  }

  /// Whether an entry takes the place of an included one.
  mutating func overriding(_ entry: DataEntry) -> Location? {
    flag(entry.value) == true ? entry.key.contentLocation : nil
  }

  private mutating func requirements(_ node: DataNode) -> [CheckTerms.Requirement] {
    let items = node.kind == .sequence ? node.items : [node]
    guard !items.isEmpty else {
      wrongKind(node, "a name", help: "write `requires: files:/etc/greeter.conf`")
      return []
    }
    return items.compactMap { item in
      text(item).map { CheckTerms.Requirement(id: $0, place: item.contentLocation) }
    }
  }
}
