package import Source

/// One entry of a run list, read as Chef reads it.
package struct RunListItem: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case recipe(RecipeName, version: String?)
    case role(String)
    /// Neither a recipe nor a role: Chef refuses it.
    case malformed
  }

  package let text: String
  package let location: Location
  package let form: Form

  /// Reads an entry: `recipe[x::y@1.2.3]`, `role[r]`, `x@1.2.3`, `x::y`, `x`.
  package init(_ text: String, at location: Location) {
    self.text = text
    self.location = location
    form = Self.form(of: text)
  }

  private static func form(of text: String) -> Form {
    if let inner = bracketed(text, "recipe") {
      let (name, version) = split(inner)
      if let name { return .recipe(RecipeName(name), version: version) }
    }
    if let inner = bracketed(text, "role"), !inner.contains("]") { return .role(inner) }
    if text.contains("[") || text.contains("]") { return .malformed }
    let (name, version) = split(text)
    return .recipe(RecipeName(name ?? text), version: name == nil ? nil : version)
  }

  private static func bracketed(_ text: String, _ kind: String) -> String? {
    guard text.hasPrefix(kind + "["), text.hasSuffix("]") else { return nil }
    let inner = text.dropFirst(kind.utf8.count + 1).dropLast()
    return inner.isEmpty ? nil : String(inner)
  }

  /// `name@N.N[.N]` taken apart; no name where what follows the mark is no version or the name holds a bracket.
  private static func split(_ text: String) -> (name: String?, version: String?) {
    guard let mark = text.firstIndex(of: "@") else { return (text.contains("]") ? nil : text, nil) }
    let name = text[..<mark]
    let version = text[text.index(after: mark)...]
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let isVersion =
      (2...3).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return name.isEmpty || name.contains("]") || !isVersion ? (nil, nil) : (String(name), String(version))
  }
}

/// A recipe by its cookbook and its own name; `default` where only the cookbook is named.
package struct RecipeName: Sendable, Hashable, CustomStringConvertible {
  package let cookbook: String
  package let recipe: String

  package init(cookbook: String, recipe: String) {
    self.cookbook = cookbook
    self.recipe = recipe
  }

  /// Reads `cookbook::recipe` or `cookbook`.
  package init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      if bytes[(colon + 1)...].first == UInt8(ascii: ":") {
        let all = Array(text.utf8)
        cookbook = String(decoding: all[..<colon], as: UTF8.self)
        recipe = String(decoding: all[(colon + 2)...], as: UTF8.self)
        return
      }
      bytes = bytes[(colon + 1)...]
    }
    cookbook = text
    recipe = "default"
  }

  package var description: String { "\(cookbook)::\(recipe)" }
}
