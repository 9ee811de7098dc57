package import Source

/// A path of the host that an option names, by what the catalog tells of the option.
package struct NamedPath: Sendable {
  /// The option with the place of its name.
  package let option: Located<String>
  package let value: OptionValue
  package let kind: OptionFacts.PathKind
  /// Whether the user's own component file tells of it.
  package let isOwn: Bool
}

extension ComponentCatalog {
  /// The paths that a component names and Packer looks at, in the order of the template.
  package func paths(of component: ConfiguredComponent) -> [NamedPath] {
    guard let facts = self[component.kind, component.type.value] else { return [] }
    var search = NamedPathSearch(component, facts)
    for entry in component.options.entries { search.add(entry.name, entry.value, facts.options) }
    return search.found
  }
}

/// Goes through the options of a component for paths.
private struct NamedPathSearch {
  private let component: ConfiguredComponent
  private let facts: Component
  /// The decoded options, which the conditions of paths ask.
  private var view: OptionView?
  private(set) var found: [NamedPath] = []

  init(_ component: ConfiguredComponent, _ facts: Component) {
    self.component = component
    self.facts = facts
  }

  mutating func add(
    _ name: Located<String>, _ value: OptionValue, _ options: [String: OptionFacts], depth: Int = 0
  ) {
    guard let option = options.matching(name.value) else { return }
    if let kind = option.path, kind != .unchecked, option.pathCondition.map({ holds($0) }) ?? true {
      let option = Located(option.name, at: name.location)
      let values: [OptionValue] = if case .list(let items) = value.content { items } else { [value] }
      found += values.map {
        NamedPath(option: option, value: $0, kind: kind, isOwn: facts.availability == .ours)
      }
    }
    guard !option.options.isEmpty, depth < 8 else { return }
    let objects: [OptionValue] = if case .list(let items) = value.content { items } else { [value] }
    for case .map(let entries) in objects.map(\.content) {
      for entry in entries { add(entry.key, entry.value, option.options, depth: depth + 1) }
    }
  }

  private mutating func holds(_ condition: OptionCondition) -> Bool {
    if view == nil {
      var reader = OptionDecoder(component, facts)
      reader.decode()
      view = OptionView(reader.values, facts: facts.options)
    }
    return view?.holds(condition) == true
  }
}

extension OptionFacts.PathKind {
  /// Why Packer does not take what a file holds, in words that follow its path; nil where it does, or does not look.
  package func problem(of bytes: [UInt8]) -> String? {
    switch self {
    case .privateKey: PrivateKeyFile(bytes).problem
    case .certificate: CertificateFile.holdsCertificate(bytes) ? nil : "holds no certificate"
    case .googleAccount: GoogleAccount.isAccount(bytes) ? nil : "holds no service account"
    default: nil
    }
  }
}
