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
  /// What is judged, in goss's order.
  let claims: [GossClaim]

  init(kind: GossKind, name: String, origin: Location, attributes: [String: DataNode]) {
    self.kind = kind
    self.name = name
    self.origin = origin
    self.attributes = attributes
    claims = Self.claims(kind, attributes)
  }

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
  package var isSkipped: Bool { Self.isSet("skip", attributes) }
  /// Whether goss reads the content of a `matching` line by line.
  var isReader: Bool { Self.isSet("as-reader", attributes) }

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

  /// Each attribute with an expected value, and each that is required.
  private static func claims(_ kind: GossKind, _ attributes: [String: DataNode]) -> [GossClaim] {
    let asserted = kind.attributes.filter(\.isAsserted)
    let isRead = isSet("as-reader", attributes)
    let claims = asserted.compactMap { attribute -> GossClaim? in
      // `resolveable` is an older word for `resolvable`.
      var node = attributes[attribute.name]
      if attribute.name == "resolvable", node.map({ GossValue($0) == .null }) ?? true {
        node = attributes["resolveable"]
      }
      guard let node, GossValue(node) != .null else {
        return attribute.isRequired ? GossClaim(missing: attribute) : nil
      }
      if attribute.form == .reader, GossValue(node) == .list([]) { return nil }
      return GossClaim(attribute, node, of: kind, isRead: attribute.form == .reader || isRead)
    }
    // Where nothing is required, something is: else the resource would pass unseen. goss may crash on it.
    guard claims.isEmpty, !isSet("skip", attributes), let first = asserted.first else { return claims }
    return [GossClaim(missing: first)]
  }

  private static func isSet(_ flag: String, _ attributes: [String: DataNode]) -> Bool {
    attributes[flag].map { GossTyping.flag($0) == true } ?? false
  }
}
