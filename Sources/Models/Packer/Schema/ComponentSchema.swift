import DataSyntax

/// The schema of one component's object.
struct ComponentSchema {
  private let component: Component

  init(_ component: Component) { self.component = component }

  var json: JSONText {
    .members([
      ("description", .string(Self.words(for: component))),
      ("type", .string("object")),
      ("properties", .members(properties)),
      ("patternProperties", .members([("^packer_", .bool(true))])),
      // Of a component that Packer 1.6.6 does not bring nobody knows all options.
      ("additionalProperties", isKnownWhole ? .bool(false) : nil),
      ("allOf", demands.isEmpty ? nil : .array(demands)),
    ])
  }

  /// What a component is, in a sentence.
  static func words(for component: Component) -> String {
    let home = component.plugin.map { " Newer Packer has it in `\($0)`." } ?? ""
    return switch component.availability {
    case .bundled: "The \(component.kind.words) `\(component.name)`.\(home)"
    case .notInDebian: "The \(component.kind.words) `\(component.name)`, which Debian's Packer lacks.\(home)"
    case .later: "The \(component.kind.words) `\(component.name)`, which Packer 1.6.6 does not have.\(home)"
    case .ours: "The \(component.kind.words) `\(component.name)` of your own."
    }
  }

  private var isKnownWhole: Bool {
    component.availability == .bundled || component.availability == .notInDebian
  }

  private var properties: [(String, JSONText?)] {
    var members: [String: JSONText] = [:]
    for (name, replacement) in component.removedOptions {
      let words = replacement.map { "Packer removed it: use `\($0)`." } ?? "Packer removed it."
      members[name] = .members([
        ("description", .string(words)), ("deprecationMessage", .string(words)), ("not", .object([])),
      ])
    }
    let choices = self.choices
    for option in component.options.values {
      members[option.name] = OptionSchema(option, choices: choices[option.name] ?? []).json
    }
    for option in Self.core(of: component.kind) { members[option.name] = OptionSchema(option).json }
    // The name is known: it is why this schema is asked.
    members["type"] = .bool(true)
    return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The values of options that have a few only.
  private var choices: [String: [String]] {
    var choices: [String: [String]] = [:]
    for rule in component.rules where rule.condition == nil && rule.within == nil {
      if case .values(let name, let values, ignoresCase: false) = rule.demand { choices[name] = values }
    }
    return choices
  }

  /// The options that must be there. What a provisioner lacks may stand in its `override`.
  private var demands: [JSONText] {
    var demands = component.requiredOptions.map { [[$0]] }
    for rule in component.rules where rule.within == nil {
      switch (rule.demand, rule.condition) {
      case (.oneOf(let conditions), nil):
        let names = conditions.map(Self.settable)
        if names.allSatisfy({ !$0.isEmpty }) { demands.append(names.flatMap { $0 }.map { [$0] }) }
      case (.required(let name, environment: []), nil): demands.append([[name]])
      case (.required(let name, environment: []), .absent(let other)?) where !other.contains("."):
        demands.append([[name], [other]])
      default: break
      }
    }
    return demands.map { alternatives in
      let open = component.kind == .provisioner ? alternatives + [["override"]] : alternatives
      let branches = open.map { JSONText.members([("required", .strings($0))]) }
      return branches.count == 1 ? branches[0] : .members([("anyOf", .array(branches))])
    }
  }

  /// The options any of which makes a condition hold; empty where it cannot be put so.
  private static func settable(_ condition: OptionCondition) -> [String] {
    switch condition {
    case .set(let name), .given(let name): name.contains(".") ? [] : [name]
    case .any(let parts):
      parts.map(settable).contains([]) ? [] : parts.flatMap(settable)
    case .absent, .equals, .differs, .all: []
    }
  }

  /// The keys that Packer's core takes out before the component sees its options.
  private static func core(of kind: ConfiguredComponent.Kind) -> [OptionFacts] {
    let types: [String: OptionType] = [
      "name": .string, "only": .list(.string), "except": .list(.string), "override": .map(.any),
      "pause_before": .duration, "timeout": .duration, "max_retries": .string, "keep_input_artifact": .bool,
    ]
    return TemplateComponent.coreKeys(of: kind).compactMap { name in
      types[name].map { OptionFacts(name: name, type: $0) }
    }
  }
}
