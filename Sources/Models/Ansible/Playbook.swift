import DataSyntax
package import Diagnostics
package import Source

/// A playbook as far as it names roles: its plays, or why they cannot be told.
package struct Playbook: Sendable {
  package struct Play: Sendable {
    /// The roles of its `roles:` list, in order.
    package let roles: [RoleUse]
    package let location: Location
  }

  package let file: FileID
  package let plays: Known<[Play]>
  /// What is wrong with its syntax.
  package let diagnostics: [Diagnostic]

  /// Reads a playbook; never fails.
  package static func parse(_ file: SourceFile) -> Playbook {
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .yaml)
    let root = tree.root
    guard root.kind == .sequence else {
      let reason = UnknownReason("`\(file.id)` is no list of plays", at: root.location)
      return Playbook(file: file.id, plays: .unknown(reason), diagnostics: diagnostics)
    }
    let plays = root.items.map { play in
      Play(roles: (play["roles"]?.items ?? []).map(RoleUse.init), location: play.location)
    }
    return Playbook(file: file.id, plays: .value(plays), diagnostics: diagnostics)
  }

  /// Every role of every play, in order.
  package var roles: [RoleUse] { plays.value?.flatMap(\.roles) ?? [] }
}

/// A mention of a role in a play.
package struct RoleUse: Sendable, Hashable {
  /// Unknown where an expression makes it.
  package let name: Known<String>
  package let location: Location

  /// Reads an entry of a `roles:` list: a name, or a mapping with `role` or `name`.
  init(_ node: DataNode) {
    let named = node["role"] ?? node["name"] ?? node
    location = named.isScalar ? named.contentLocation : named.location
    guard let text = named.string, !text.isEmpty else {
      name = .absent
      return
    }
    name =
      text.contains("{{")
      ? .unknown(UnknownReason("an expression makes its name", at: location)) : .value(text)
  }
}
