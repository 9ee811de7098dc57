import Image
import Source

/// The users and groups of an image, from `/etc/passwd` and `/etc/group` (passwd(5), group(5)).
package struct Accounts: Sendable {
  package struct User: Sendable {
    package let name: String
    package let id: Int
    package let group: Int
    package let home: String
    package let shell: String
    /// What the field says that once held passwords, where there is one; `x` leaves it to `/etc/shadow`.
    let password: PasswordState?
  }

  package struct Group: Sendable {
    package let name: String
    package let id: Int
    package let members: [String]
    /// Whether its line has a list of members, though it may be empty; Go's programs want one, others do without.
    package let hasAllFields: Bool
  }

  static let none = Accounts(passwd: [], group: [])
  private static let limit = 1 << 24

  package let users: [User]
  package let groups: [Group]

  init(passwd: [UInt8], group: [UInt8]) {
    users = Self.fields(passwd, atMost: 7).compactMap { fields in
      guard fields.count == 7, let id = Int(fields[2]), let group = Int(fields[3]) else { return nil }
      return User(
        name: fields[0], id: id, group: group, home: fields[5], shell: fields[6],
        password: fields[1] == "x" ? nil : PasswordState(Array(fields[1].utf8)[...]))
    }
    groups = Self.fields(group, atMost: 4).compactMap { fields in
      guard fields.count >= 3, let id = Int(fields[2]) else { return nil }
      let members = fields.count > 3 ? fields[3].utf8.split(separator: UInt8(ascii: ",")) : []
      return Group(
        name: fields[0], id: id, members: members.map { String(decoding: $0, as: UTF8.self) },
        hasAllFields: fields.count == 4)
    }
  }

  /// The accounts of an image; an image without the files has none.
  static func read(from image: any ImageView) throws(ImageError) -> Known<Accounts> {
    var files: [[UInt8]] = []
    for path in ["/etc/passwd", "/etc/group"] {
      switch try image.read(path, limit: limit) {
      case .value(let bytes): files.append(bytes)
      case .absent: files.append([])
      case .unknown(let reason): return .unknown(reason)
      }
    }
    return .value(Accounts(passwd: files[0], group: files[1]))
  }

  package func user(_ name: String) -> User? { users.first { $0.name.isExactly(name) } }
  package func group(_ name: String) -> Group? { groups.first { $0.name.isExactly(name) } }

  /// The name of a user, or the number where it has none.
  func userName(_ id: UInt32) -> String { users.first { $0.id == Int(id) }?.name ?? String(id) }
  func groupName(_ id: UInt32) -> String { groups.first { $0.id == Int(id) }?.name ?? String(id) }

  /// Whether both the owner and the group of a file have a name.
  func owns(_ entry: ImageEntry) -> Bool {
    users.contains { $0.id == Int(entry.owner) } && groups.contains { $0.id == Int(entry.group) }
  }

  /// The groups of a user, its primary one included, sorted.
  package func groupNames(of user: User) -> [String] {
    groups.filter { group in group.id == user.group || group.members.contains(where: user.name.isExactly) }
      .map(\.name).sorted { $0.isBefore($1) }
  }

  /// The users of a group, those whose primary group it is included, sorted.
  func memberNames(of group: Group) -> [String] {
    Set((group.members + users.filter { $0.group == group.id }.map(\.name)).map { ExactText($0) }).map(\.text)
      .sorted { $0.isBefore($1) }
  }

  /// The fields of the lines that name an account, the last with all that follows; blanks may stand before a name. What NIS
  /// is asked for (`+name`) is no account of the image.
  private static func fields(_ bytes: [UInt8], atMost count: Int) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      let line = line.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard let first = line.first, !"#:+-".utf8.contains(first) else { return nil }
      return line.split(separator: UInt8(ascii: ":"), maxSplits: count - 1, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
