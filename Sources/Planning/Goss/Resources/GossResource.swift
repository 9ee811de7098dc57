package import DataSyntax
package import Source

/// A resource of a goss file, with what is expected of it.
package struct GossResource: Sendable {
  let kind: GossKind
  /// The key in the file.
  package let name: String
  /// The key's place.
  package let origin: Location
  /// The values of its attributes.
  package let attributes: [String: DataNode]

  /// What is looked at: the key, or what the overriding attribute says.
  package var subject: String { text(kind.override ?? "exec") ?? name }

  /// The key of its type in the file: `file`, `kernel-param`.
  package var word: String { kind.word }

  /// The value of an attribute as goss types it; nil where it is left out.
  package func value(of attribute: String) -> JSONText? {
    attributes[attribute].map { GossValue($0).json }
  }

  /// Whether goss judges an attribute; the others say how to look.
  package func isAsserted(_ attribute: String) -> Bool { kind.attribute(attribute)?.isAsserted ?? false }

  /// The id in results.
  var id: String {
    guard let override = kind.override, let subject = text(override), subject != name else { return name }
    return "\(name): \(subject)"
  }

  package var title: String { text("title") ?? "" }
  var meta: GossValue { attributes["meta"].map { GossValue($0) } ?? .null }
  package var isSkipped: Bool { attributes["skip"].map { GossTyping.flag($0) == true } ?? false }

  /// The text of an attribute; nil where it is left out, null or empty.
  package func text(_ name: String) -> String? {
    guard let node = attributes[name], GossValue(node) != .null, let text = node.string, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The number of an attribute, or another where it is left out or 0.
  func number(_ name: String, else standard: Int) -> Int {
    guard let node = attributes[name], let number = GossTyping.number(node), number != 0 else {
      return standard
    }
    return number
  }

  /// The attributes to judge, in goss's order, with their values; nil for one that is required and left out.
  var assertions: [(attribute: GossKind.Attribute, node: DataNode?)] {
    kind.attributes.filter(\.isAsserted).compactMap { attribute in
      let node = attributes[attribute.name] ?? alias(of: attribute)
      let value = node.map { GossValue($0) } ?? .null
      if attribute.form == .reader, value == .list([]) { return nil }
      if value == .null { return attribute.isRequired ? (attribute, nil) : nil }
      return (attribute, node)
    }
  }

  /// `resolveable` is an older word for `resolvable`.
  private func alias(of attribute: GossKind.Attribute) -> DataNode? {
    attribute.name == "resolvable" ? attributes["resolveable"] : nil
  }
}
