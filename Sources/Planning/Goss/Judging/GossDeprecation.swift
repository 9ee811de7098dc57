/// Numbers that are written as texts, which goss still takes for numbers.
enum GossDeprecation {
  private static let numbers: [String: Set<String>] = [
    "user": ["uid", "gid"], "group": ["gid"], "command": ["exit-status"],
  ]

  /// Whether a text is a number for an attribute.
  static func isNumber(_ attribute: String, of kind: GossKind) -> Bool {
    numbers[kind.word]?.contains(attribute) == true
  }

  static func lines(of resource: GossResource) -> [String] {
    resource.claims.compactMap { claim in
      let attribute = claim.attribute
      guard isNumber(attribute.name, of: resource.kind), let node = claim.node, GossValue(node).string != nil
      else {
        return nil
      }
      let name =
        resource.kind.word == "command" ? resource.name : resource.text(resource.kind.override ?? "") ?? ""
      return
        "DEPRECATION WARNING: \(name): \(resource.kind.word).\(attribute.name) should be an integer not a string"
    }
  }
}
