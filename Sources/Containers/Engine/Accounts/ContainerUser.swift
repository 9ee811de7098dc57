/// Who a program in a container runs as, in numbers.
package struct ContainerUser: Sendable, Hashable {
  package let id: UInt32
  package let group: UInt32
  /// Supplementary groups, its own among them, sorted.
  package let groups: [UInt32]
  package let home: String

  /// Finds the user that a text names, by the rules of `docker run --user`: `USER[:GROUP]`, names or
  /// numbers, empty for root.
  ///
  /// A number needs no account (its group is then 0); a named group takes the place of all the user's own
  /// groups.
  package static func named(_ text: String, in accounts: AccountTable) throws(EngineError) -> ContainerUser {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let userName = parts[0].isEmpty ? "0" : parts[0]
    let account = accounts.users.first { $0.name == userName || $0.id == AccountTable.number(userName) }
    guard let id = account?.id ?? AccountTable.number(userName) else {
      throw EngineError(
        .invalid, "there is no user `\(userName)` in the container",
        help: "create the account in an earlier step, or name one that is listed in the image's `/etc/passwd`"
      )
    }
    let home = account.map(\.home).flatMap { $0.isEmpty ? nil : $0 } ?? "/"
    if parts.count == 2, !parts[1].isEmpty {
      let group = try self.group(parts[1], in: accounts)
      return ContainerUser(id: id, group: group, groups: [group], home: home)
    }
    let groups = accounts.groups.filter { group in account.map { group.members.contains($0.name) } ?? false }
    let group = account?.group ?? 0
    return ContainerUser(
      id: id, group: group, groups: Set(groups.map(\.id) + [group]).sorted(), home: home)
  }

  private static func group(_ name: String, in accounts: AccountTable) throws(EngineError) -> UInt32 {
    let number = AccountTable.number(name)
    let found = accounts.groups.first { $0.name == name || $0.id == number }
    guard let id = found?.id ?? number else {
      throw EngineError(
        .invalid, "there is no group `\(name)` in the container",
        help: "create the group in an earlier step, or name one that is listed in the image's `/etc/group`")
    }
    return id
  }
}
