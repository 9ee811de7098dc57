import DataSyntax
import Source

/// Reading of values of the kinds that several settings have.
extension ConfigurationReader {
  /// A list of texts, or one; anything else is told of.
  mutating func texts(_ value: DataNode, of setting: String, help: String) -> [Located<String>] {
    let items = value.kind == .sequence ? value.items : [value]
    return items.compactMap { item in
      if isNothing(item) { return nil }
      guard item.isScalar, let text = item.string, !text.isEmpty else {
        values.add("a value of `\(setting)` is not a text", at: item.location, help: help)
        return nil
      }
      return Located(text, at: item.contentLocation)
    }
  }

  /// One path; nil, and a finding, for anything else.
  mutating func path(_ value: DataNode, of setting: String) -> Located<String>? {
    guard value.kind == .string || value.kind == .number, let text = value.string, !text.isEmpty else {
      refuse(value, setting, help: "write a path, from the configuration's folder on")
      return nil
    }
    return Located(text, at: value.contentLocation)
  }

  /// The entries of a mapping; nil for nothing, and, with a finding, for anything else.
  mutating func mapping(_ value: DataNode, _ setting: String, help: String) -> [DataEntry]? {
    guard value.kind == .mapping else {
      if !isNothing(value) { values.add("`\(setting)` is not a mapping", at: value.location, help: help) }
      return nil
    }
    return value.entries
  }

  mutating func refuse(_ value: DataNode, _ setting: String, allowed: [String]) {
    refuse(value, setting, help: "it is one of \(allowed.map { "`\($0)`" }.joined(separator: ", "))")
  }

  mutating func refuse(_ value: DataNode, _ setting: String, help: String) {
    let written = value.string.map { "`\($0)`" } ?? "this"
    values.add("\(written) is no value of `\(setting)`", at: value.location, help: help)
  }

  func isNothing(_ value: DataNode) -> Bool { value.kind == .missing || value.kind == .null }
}
