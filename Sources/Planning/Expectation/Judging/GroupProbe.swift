import Diagnostics
import Image
import Matching
import Source

/// One group of an image.
struct GroupProbe: Probe {
  let name: String
  private let accounts: AccountsFinding

  init(_ name: String, in search: ImageSearch) {
    self.name = name
    accounts = AccountsFinding(in: search)
  }

  var presence: Finding { accounts.presence { $0.group(name) != nil } }
  var absence: String { "group `\(name)` does not exist" }
  var unwantedPresence: String { "group `\(name)` exists" }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    guard let all = accounts.value, let group = all.group(name) else { return presence }
    switch property {
    case "gid": return .value(.number(group.id))
    case "members": return .value(.texts(all.memberNames(of: group)))
    default: return .value(.bool(true))
    }
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    accounts.near(name, "/etc/group", accounts.value?.groups.map(\.name) ?? [])
  }
}
