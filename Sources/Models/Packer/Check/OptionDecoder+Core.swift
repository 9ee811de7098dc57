extension OptionDecoder {
  /// Checks an option that Packer's core gives to every component; one of the template is read as well, some of them
  /// without any conversion.
  mutating func checkCore(_ name: String, _ value: OptionValue) {
    if let type = Self.convertedTypes[name] {
      _ = check(value, type, OptionFacts(name: name, type: type), path: name)
    } else if let type = Self.exactTypes[name], !Self.isExactly(value, type) {
      _ = noteType(value, type, path: name)
    }
  }

  private static let convertedTypes: [String: OptionType] = [
    "packer_debug": .bool, "packer_force": .bool, "packer_on_error": .string,
  ]

  private static let exactTypes: [String: OptionType] = [
    "packer_build_name": .string, "packer_builder_type": .string, "packer_core_version": .string,
    "packer_sensitive_variables": .list(.string), "packer_template_path": .string,
    "packer_user_variables": .map(.string),
  ]

  /// Whether a value is of a type as it stands.
  private static func isExactly(_ value: OptionValue, _ type: OptionType) -> Bool {
    switch (value.content, type) {
    case (.null, _), (.unknown, _), (.text, .string), (.deferred, .string): true
    case (.list(let items), .list(let item)): items.allSatisfy { isExactly($0, item) }
    case (.map(let entries), .map(let item)): entries.allSatisfy { isExactly($0.value, item) }
    default: false
    }
  }
}
