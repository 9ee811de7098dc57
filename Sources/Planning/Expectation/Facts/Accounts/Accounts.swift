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
  }

  static let none = Accounts(passwd: [], group: [])
  private static let limit = 1 << 24

  package let users: [User]
  package let groups: [Group]

  init(passwd: [UInt8], group: [UInt8]) {
    users = Self.fields(passwd).compactMap { fields in
      guard fields.count >= 7, let id = Int(fields[2]), let group = Int(fields[3]) else { return nil }
      return User(
        name: fields[0], id: id, group: group, home: fields[5], shell: fields[6],
        password: fields[1] == "x" ? nil : PasswordState(Array(fields[1].utf8)[...]))
    }
    groups = Self.fields(group).compactMap { fields in
      guard fields.count >= 3, let id = Int(fields[2]) else { return nil }
      let members = fields.count > 3 ? fields[3].split(separator: ",").map(String.init) : []
      return Group(name: fields[0], id: id, members: members)
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

  package func user(_ name: String) -> User? { users.first { $0.name == name } }
  package func group(_ name: String) -> Group? { groups.first { $0.name == name } }

  /// The name of a user, or the number where it has none.
  func userName(_ id: UInt32) -> String { users.first { $0.id == Int(id) }?.name ?? String(id) }
  func groupName(_ id: UInt32) -> String { groups.first { $0.id == Int(id) }?.name ?? String(id) }

  /// Whether both the owner and the group of a file have a name.
  func owns(_ entry: ImageEntry) -> Bool {
    users.contains { $0.id == Int(entry.owner) } && groups.contains { $0.id == Int(entry.group) }
  }

  /// The groups of a user, its primary one included, sorted.
  package func groupNames(of user: User) -> [String] {
    groups.filter { $0.id == user.group || $0.members.contains(user.name) }.map(\.name).sorted()
  }

  /// The users of a group, those whose primary group it is included, sorted.
  func memberNames(of group: Group) -> [String] {
    Set(group.members + users.filter { $0.group == group.id }.map(\.name)).sorted()
  }

  private static func fields(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
