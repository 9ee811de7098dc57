import DataSyntax

/// Slashes around a text that is compared as it stands, of properties which have none.
enum Slashes {
  private static let properties: Set<String> = ["owner", "group", "architecture", "os", "variant"]

  /// The text between them; nil where there are none, or where they have their meaning.
  static func text(_ node: DataNode, of property: String) -> String? {
    guard properties.contains(property), node.kind == .string, let text = node.string, text.utf8.count > 2,
      text.hasPrefix("/"), text.hasSuffix("/")
    else { return nil }
    return String(text.dropFirst().dropLast())
  }
}
