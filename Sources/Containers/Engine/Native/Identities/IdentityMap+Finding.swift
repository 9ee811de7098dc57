import Glibc
import Host

extension IdentityMap {
  /// What a container of this user can have: all of this namespace's ids where we may give them away, the ranges of
  /// `/etc/subuid` and `/etc/subgid` where programs are installed that may, and else root alone.
  static func ofThisUser(environment: [String: String]) async -> IdentityMap {
    let own = IdentityMap(
      users: [Range(inside: 0, outside: geteuid(), count: 1)],
      groups: [Range(inside: 0, outside: getegid(), count: 1)])
    if UserNamespace.mayMapAll, let here = try? IdentityMap(of: .own) { return here.ontoItself }
    let search = ProgramSearch(environment: environment)
    guard UserNamespace.programs.allSatisfy({ search.path(of: $0) != nil }) else { return own }
    let name = await OwnAccount.name()
    let (users, groups) = (subordinate("/etc/subuid", of: name), subordinate("/etc/subgid", of: name))
    guard !users.isEmpty, !groups.isEmpty else { return own }
    return IdentityMap(users: own.users + users, groups: own.groups + groups)
  }

  /// The same ids inside as here.
  private var ontoItself: IdentityMap {
    func same(_ ranges: [Range]) -> [Range] {
      ranges.map { Range(inside: $0.inside, outside: $0.inside, count: $0.count) }
    }
    return IdentityMap(users: same(users), groups: same(groups))
  }

  /// The ranges that a file gives to this user by number or name, one behind the other from 1 on (subuid(5)).
  static func subordinate(_ path: String, of name: String) -> [Range] {
    let text = (try? Disk(workingDirectory: "/").read(path, limit: 16 << 20)) ?? []
    return ranges(in: String(decoding: text, as: UTF8.self), of: [String(geteuid()), name])
  }

  /// The ranges of one who is known by several names.
  static func ranges(in text: String, of names: [String]) -> [Range] {
    var next: UInt32 = 1
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3, names.contains(fields[0]), let start = UInt32(fields[1]),
        let count = UInt32(fields[2]), count > 0,
        case let (end, isTooMuch) = next.addingReportingOverflow(count),
        !isTooMuch
      else { return nil }
      defer { next = end }
      return Range(inside: next, outside: start, count: count)
    }
  }
}
