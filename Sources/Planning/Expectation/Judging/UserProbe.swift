import Diagnostics
import Image
import Matching
import Source

/// One user of an image.
struct UserProbe: Probe {
  let name: String
  private let accounts: AccountsFinding

  init(_ name: String, in search: ImageSearch) {
    self.name = name
    accounts = AccountsFinding(in: search)
  }

  var presence: Finding { accounts.presence { $0.user(name) != nil } }
  var absence: String { "user `\(name)` does not exist" }
  var unwantedPresence: String { "user `\(name)` exists" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let all = accounts.value, let user = all.user(name) else { return presence }
    switch property {
    case "uid": return .value(.number(user.id))
    case "gid": return .value(.number(user.group))
    case "groups": return .value(.texts(all.groupNames(of: user)))
    case "home": return .value(.text(user.home))
    case "shell": return .value(.text(user.shell))
    default: return .value(.bool(true))
    }
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    accounts.near(name, "/etc/passwd", accounts.value?.users.map(\.name) ?? [])
  }
}
