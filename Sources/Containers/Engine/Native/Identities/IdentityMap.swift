import Host

/// The ids that exist in a user namespace, and which ids of the machine they are.
///
/// Its text is that of the kernel's files (user_namespaces(7)), with commas for the lines: `0:1000:1,1:100000:65536/…`,
/// users first, then groups.
package struct IdentityMap: Sendable, Hashable, CustomStringConvertible {
  /// As many ids in a row.
  package struct Range: Sendable, Hashable {
    let inside: UInt32
    let outside: UInt32
    let count: UInt32

    /// Reads three numbers.
    init?(_ numbers: [UInt32]) {
      guard numbers.count == 3 else { return nil }
      self.init(inside: numbers[0], outside: numbers[1], count: numbers[2])
    }

    init(inside: UInt32, outside: UInt32, count: UInt32) {
      self.inside = inside
      self.outside = outside
      self.count = count
    }
  }

  let users: [Range]
  let groups: [Range]

  init(users: [Range], groups: [Range]) {
    self.users = users
    self.groups = groups
  }

  /// Reads what `description` writes.
  init?(_ text: String) {
    let halves = text.split(separator: "/").map { half in
      half.split(separator: ",").compactMap { line in
        Range(line.split(separator: ":").compactMap { UInt32($0) })
      }
    }
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
    self.init(users: halves[0], groups: halves[1])
  }

  /// The map of the namespace that a process lives in, as this process sees it.
  init(of process: ProcessIdentity) throws(EngineError) {
    let disk = Disk(workingDirectory: "/")
    func ranges(_ name: String) throws(EngineError) -> [Range] {
      do throws(HostError) {
        let text = String(
          decoding: try disk.read("/proc/\(process.number)/\(name)", limit: 1 << 16), as: UTF8.self)
        return text.split(separator: "\n").compactMap { line in
          Range(line.split(separator: " ").compactMap { UInt32($0) })
        }
      } catch { throw process.isRunning ? .host(error) : .containerEnded }
    }
    self.init(users: try ranges("uid_map"), groups: try ranges("gid_map"))
  }

  package var description: String {
    [users, groups].map { ranges in
      ranges.map { "\($0.inside):\($0.outside):\($0.count)" }.joined(separator: ",")
    }.joined(separator: "/")
  }

  /// Whether root is all that there is: then nothing can belong to, or run as, anybody else.
  package var knowsRootAlone: Bool { Self.count(users) <= 1 || Self.count(groups) <= 1 }

  func hasUser(_ id: UInt32) -> Bool { users.contains { $0.holds(id) } }
  func hasGroup(_ id: UInt32) -> Bool { groups.contains { $0.holds(id) } }

  private static func count(_ ranges: [Range]) -> UInt64 { ranges.reduce(0) { $0 + UInt64($1.count) } }
}

extension IdentityMap.Range {
  func holds(_ id: UInt32) -> Bool { id >= inside && id - inside < count }

  /// The machine's id of one of the namespace's; nil for one that is not in the range.
  func outside(of id: UInt32) -> UInt32? { holds(id) ? outside &+ (id - inside) : nil }
}

extension IdentityMap {
  /// A user with the groups that exist in the namespace; refuses one who does not exist in it.
  func admitted(_ user: ContainerUser) throws(EngineError) -> ContainerUser {
    guard hasUser(user.id), hasGroup(user.group) else {
      throw EngineError(
        .unavailable,
        "no command can run as user \(user.id) and group \(user.group): containers of this user have fewer ids",
        help: "`ovenproof doctor` tells how to give this user a range of ids")
    }
    return ContainerUser(
      id: user.id, group: user.group, groups: user.groups.filter(hasGroup), home: user.home)
  }
}
