/// The users and groups of a file system, as `/etc/passwd` and `/etc/group` list them.
package struct AccountTable: Sendable, Hashable {
  package struct User: Sendable, Hashable {
    package let name: String
    package let id: UInt32
    package let group: UInt32
    package let home: String
  }

  package struct Group: Sendable, Hashable {
    package let name: String
    package let id: UInt32
    package let members: [String]
  }

  package let users: [User]
  package let groups: [Group]

  /// Reads both files; lines that do not have the form are passed over, as every reader of these files does.
  package init(passwd: [UInt8], group: [UInt8]) {
    users = Self.rows(passwd).compactMap { fields in
      guard fields.count >= 6, let id = Self.number(fields[2]), let group = Self.number(fields[3]) else {
        return nil
      }
      return User(name: fields[0], id: id, group: group, home: fields[5])
    }
    groups = Self.rows(group).compactMap { fields in
      guard fields.count >= 3, let id = Self.number(fields[2]) else { return nil }
      let members = fields.count > 3 ? fields[3].split(separator: ",").map(String.init) : []
      return Group(name: fields[0], id: id, members: members)
    }
  }

  /// An id as these files and `docker run --user` take it: decimal, below 2³¹.
  static func number(_ text: String) -> UInt32? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int32(text).map(UInt32.init)
  }

  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    bytes.split(separator: 0x0A).map { line in
      line.split(separator: 0x3A, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
