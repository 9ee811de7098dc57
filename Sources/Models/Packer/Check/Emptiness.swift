import Source

/// Whether a value is what Go counts as zero once it is decoded.
enum Emptiness {
  /// Whether it is not zero; nil where only the run can tell. `options` are those of an object.
  static func isSet(
    _ value: OptionValue, as type: OptionType, options: [String: OptionFacts] = [:]
  ) -> Bool? {
    switch value.content {
    case .null: return false
    // One value becomes a list of it.
    case .bool(let flag): return type.isList || type == .string || type == .trilean ? true : flag
    case .number(let written): return type.isList || type == .string || Double(written) != 0
    case .text(let text): return isSet(text, as: type)
    case .deferred(let text): return !text.text.bytes.isEmpty
    case .list(let items): return type == .object ? true : !items.isEmpty
    case .map(let entries):
      guard type == .object else { return !entries.isEmpty }
      let answers = entries.map { isSet($0.value, as: options.matching($0.key.value)?.type ?? .any) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .unknown: return nil
    }
  }

  private static func isSet(_ text: RunText, as type: OptionType) -> Bool? {
    if let complete = text.typical {
      switch type {
      case .bool: return ScalarDecoding.truth(complete) == true
      case .trilean: return !complete.isEmpty
      case .int, .uint: return ScalarDecoding.integer(complete).map { $0 != 0 } ?? false
      default: return !complete.isEmpty
      }
    }
    let hasLiteral = text.parts.contains { if case .literal = $0 { true } else { false } }
    return hasLiteral && type == .string ? true : nil
  }
}

extension OptionType {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
