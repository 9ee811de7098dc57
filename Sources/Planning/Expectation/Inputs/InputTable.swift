import Source

/// The inputs of one spec with their values.
struct InputTable: Sendable {
  enum Entry: Sendable {
    case value(InputValue)
    /// Nobody has given it one; nothing is to be said of what depends on it.
    case open
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var secrets: [String] = []

  mutating func set(_ declaration: InputDeclaration, to entry: Entry) {
    entries[declaration.name] = entry
    if declaration.isSensitive, case .value(let value) = entry { secrets += value.texts }
  }

  /// The values that another spec can be handed.
  var values: [String: InputValues.Given] {
    entries.compactMapValues { if case .value(let value) = $0 { .value(value) } else { nil } }
  }
}
