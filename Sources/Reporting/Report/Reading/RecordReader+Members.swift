import DataSyntax

extension RecordReader {
  /// A member that must be there and be a mapping.
  mutating func object(_ key: String, of node: DataNode) -> DataNode? {
    guard let value = member(key, of: node) else { return nil }
    guard value.kind == .mapping else {
      add("`\(key)` must be an object", at: value)
      return nil
    }
    return value
  }

  /// The elements of a member that must be there and be a list.
  mutating func list(_ key: String, of node: DataNode) -> [DataNode] {
    guard let value = member(key, of: node) else { return [] }
    guard value.kind == .sequence else {
      add("`\(key)` must be a list", at: value)
      return []
    }
    return value.items
  }

  /// A text that must be there.
  mutating func text(_ key: String, of node: DataNode) -> String {
    guard let value = member(key, of: node) else { return "" }
    return string(value, key) ?? ""
  }

  /// A text that may be absent or null.
  mutating func optionalText(_ key: String, of node: DataNode) -> String? {
    guard let value = node[key], value.kind != .null else { return nil }
    return string(value, key)
  }

  /// A list of texts that may be absent.
  mutating func texts(_ key: String, of node: DataNode) -> [String] {
    guard node[key] != nil else { return [] }
    return list(key, of: node).compactMap { string($0, key) }
  }

  /// A whole number that must be there and within bounds.
  mutating func number(_ key: String, of node: DataNode, in bounds: ClosedRange<Int>) -> Int {
    guard let value = member(key, of: node) else { return bounds.lowerBound }
    guard let number = value.integer, bounds.contains(number) else {
      add("`\(key)` must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)", at: value)
      return bounds.lowerBound
    }
    return number
  }

  /// A text that must be there and be one of a few words.
  mutating func word<Word: RawRepresentable<String>>(_ key: String, of node: DataNode, _ words: [Word])
    -> Word?
  {
    guard let value = member(key, of: node), let text = string(value, key) else { return nil }
    if let word = words.first(where: { $0.rawValue == text }) { return word }
    let known = words.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    add("`\(key)` is `\(text)`, which it cannot be", at: value, help: "it is one of \(known)")
    return nil
  }

  private mutating func member(_ key: String, of node: DataNode) -> DataNode? {
    guard node.kind == .mapping else {
      add("an object with `\(key)` must stand here", at: node)
      return nil
    }
    guard let value = node[key] else {
      add("`\(key)` is missing", at: node)
      return nil
    }
    return value
  }

  private mutating func string(_ value: DataNode, _ key: String) -> String? {
    guard value.kind == .string, let text = value.string else {
      add("`\(key)` must be a text", at: value)
      return nil
    }
    return text
  }
}
