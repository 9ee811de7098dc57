import Expectation

/// What goss finds of users and groups; both are looked up by name alone.
enum AccountFacts {
  static func user(_ name: String, _ property: String, in image: ToldImage) throws(Untold) -> GossFinding {
    guard let accounts = try image.accounts(), let user = accounts.user(name) else {
      return missing(property, "user: unknown user \(name)")
    }
    switch property {
    case "uid": return .value(.integer(user.id))
    case "gid": return .value(.integer(user.group))
    case "home": return .value(.text(user.home))
    case "shell": return .value(.text(user.shell))
    case "groups": return .value(.texts(accounts.groupNames(of: user)))
    default: return .value(.bool(true))
    }
  }

  static func group(_ name: String, _ property: String, in image: ToldImage) throws(Untold) -> GossFinding {
    guard let group = try image.accounts()?.group(name) else {
      return missing(property, "group: unknown group \(name)")
    }
    return .value(property == "gid" ? .integer(group.id) : .bool(true))
  }

  private static func missing(_ property: String, _ message: String) -> GossFinding {
    property == "exists" ? .value(.bool(false)) : .error(message)
  }
}
