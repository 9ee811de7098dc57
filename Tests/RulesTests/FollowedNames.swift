import DataSyntax
import Source

/// What `packer fix` makes of a template, with what it forgets: where the type of a builder without a name changes, its
/// build has another name, and `only`, `except` and `override` have to follow.
enum FollowedNames {
  static func applied(to fixed: JSONText, of before: [UInt8]) -> JSONText {
    let tree = DataParser.parse(DerivedText(SourceFile(FileID("a.json"), bytes: before)), as: .json).tree
    let old = tree.root["builders"]?.items ?? []
    guard case .object(let members) = fixed,
      case .array(let new)? = members.first(where: { $0.key == "builders" })?.value
    else { return fixed }
    var names: [String: String] = [:]
    for (before, after) in zip(old, new) where (before["name"]?.string ?? "").isEmpty {
      guard case .object(let options) = after, let type = before["type"]?.string,
        case .string(let renamed)? = options.first(where: { $0.key == "type" })?.value, renamed != type
      else { continue }
      names[type] = renamed
    }
    let followers = ["provisioners", "post-processors"]
    return .object(
      members.map { .init($0.key, followers.contains($0.key) ? followed($0.value, names) : $0.value) })
  }

  private static func followed(_ value: JSONText, _ names: [String: String]) -> JSONText {
    switch value {
    case .array(let items): return .array(items.map { followed($0, names) })
    case .object(let members): return .object(members.map { followed($0, names) })
    default: return value
    }
  }

  private static func followed(_ member: JSONText.Member, _ names: [String: String]) -> JSONText.Member {
    switch (member.key, member.value) {
    case ("only", .array(let items)), ("except", .array(let items)):
      return .init(
        member.key,
        .array(items.map { if case .string(let name) = $0 { .string(names[name] ?? name) } else { $0 } }))
    case ("override", .object(let builds)):
      return .init(member.key, .object(builds.map { .init(names[$0.key] ?? $0.key, $0.value) }))
    default: return member
    }
  }
}
