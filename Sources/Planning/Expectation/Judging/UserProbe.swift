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
    case "exists": return .value(.bool(true))
    default: return shadow(property, of: user, in: search)
    }
  }

  private func shadow(_ property: String, of user: Accounts.User, in search: ImageSearch) -> Finding {
    let account: ShadowFile.Account?
    do throws(ImageError) {
      switch try search.shadow() {
      case .value(let file): account = file.account(name)
      case .absent: account = nil
      case .unknown(let reason): return .unknown(reason)
      }
    } catch {
      return .broken(error.message)
    }
    // Where neither file has a password, none lets anybody in.
    let password = user.password ?? account?.password ?? PasswordState([UInt8(ascii: "!")])
    func days(_ number: Int?) -> Finding {
      number.map { .value(.number($0)) } ?? .none("is not set in /etc/shadow")
    }
    switch property {
    case "password": return .value(.text(password.kind.rawValue))
    case "password-hash": return password.hash.map { .value(.text($0)) } ?? .none("is told by no password")
    case "password-changed":
      if account?.changed == 0 { return .none("is due: it must be changed at the next login") }
      return account?.changed.map { .value(.text(Self.date($0))) } ?? .none("is not set in /etc/shadow")
    case "password-min-days": return days(account?.least)
    case "password-max-days": return days(account?.most)
    case "password-warn-days": return days(account?.warning)
    case "password-inactive-days": return days(account?.inactive)
    default: return .value(.text(account?.expires.map(Self.date) ?? "never"))
    }
  }

  /// The date of a day since 1970.
  private static func date(_ day: Int) -> String {
    let longest = 2_932_896
    return String(Timestamp.text(min(max(day, -longest), longest) * 86_400).prefix { $0 != "T" })
  }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    accounts.near(name, "/etc/passwd", accounts.value?.users.map(\.name) ?? [])
  }
}
