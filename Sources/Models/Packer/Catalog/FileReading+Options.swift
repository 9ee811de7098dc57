import Source

extension FileReading {
  /// The options of a file: a type by itself, or a map of facts.
  mutating func options(_ value: TemplateValue?) -> [String: OptionFacts] {
    var options: [String: OptionFacts] = [:]
    if let value, !value.isNothing, value.kind != .map { note("`options` is a map", at: value.location) }
    for entry in value?.entries ?? [] {
      if let facts = option(entry.name.value, entry.value) { options[entry.name.value] = facts }
    }
    return options
  }

  private mutating func option(_ name: String, _ value: TemplateValue) -> OptionFacts? {
    guard value.kind == .map else { return OptionFacts(name: name, type: type(value)) }
    let entries = value.entries
    guard let written = entries.named("type")?.value else {
      note("the option `\(name)` has no type", at: value.location)
      return nil
    }
    var facts = OptionFacts(name: name, type: type(written))
    for entry in entries { fill(&facts, entry) }
    return facts
  }

  /// A type; where it is misspelt the option is there nevertheless, and takes anything.
  private mutating func type(_ value: TemplateValue) -> OptionType {
    let text = value.weakText ?? ""
    if let type = OptionType(text) { return type }
    note("`\(text)` is no type", at: value.location)
    return .any
  }

  private mutating func fill(_ facts: inout OptionFacts, _ entry: TemplateEntry) {
    let value = entry.value
    switch entry.name.value {
    case "type": break
    case "required": facts.isRequired = flag(value)
    case "sensitive": facts.isSensitive = flag(value)
    case "deprecated": facts.isDeprecated = flag(value)
    case "internal": facts.isInternal = flag(value)
    case "deferred": facts.isDeferred = flag(value)
    case "fields": facts.fields = texts(value)
    case "build-values": facts.hasBuildValueFields = flag(value)
    case "path":
      facts.path = text(value).flatMap(OptionFacts.PathKind.init)
      if facts.path == nil { note("a path is one of \(Self.pathKinds)", at: value.location) }
    case "path-when": facts.pathCondition = condition(value)
    case "default": facts.defaultValue = text(value)
    case "since": facts.since = text(value)
    case "later-type": facts.laterType = type(value)
    case "options": facts.options = options(value)
    default: note("an option has no fact `\(entry.name.value)`", unknown: entry.name, among: Self.facts)
    }
  }

  private static let facts = [
    "build-values", "default", "deferred", "deprecated", "fields", "internal", "later-type", "options",
    "path",
    "path-when", "required", "sensitive", "since", "type",
  ]

  private static var pathKinds: String {
    OptionFacts.PathKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }

  /// Adds the options that only newer releases have; a dot leads into nested options.
  mutating func addLater(_ value: TemplateValue?, to options: inout [String: OptionFacts]) {
    for entry in value?.entries ?? [] {
      let path = entry.name.value.split(separator: ".").map(String.init)
      guard let name = path.last, var facts = option(name, entry.value) else { continue }
      if facts.since == nil { facts.since = "later" }
      Self.add(facts, at: path[...], to: &options)
    }
  }

  private static func add(
    _ facts: OptionFacts, at path: ArraySlice<String>, to options: inout [String: OptionFacts]
  ) {
    guard let first = path.first else { return }
    if path.count == 1 {
      if options[first] == nil { options[first] = facts }
      return
    }
    guard var outer = options[first] else { return }
    add(facts, at: path.dropFirst(), to: &outer.options)
    options[first] = outer
  }
}
