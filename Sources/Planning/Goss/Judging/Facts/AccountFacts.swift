import Expectation
import Source

/// What goss finds of users and groups; both are looked up by name alone.
struct AccountFacts {
  let image: ToldImage
  let compatibility: Compatibility

  func user(_ name: String, _ property: String) throws(Untold) -> GossFinding {
    guard let accounts = try image.accounts(), let user = accounts.user(name) else {
      return Self.missing(property, "user: unknown user \(name)")
    }
    let lines = compatibility == .strict ? AccountLines(image: image) : nil
    switch property {
    case "uid": return .value(.integer(user.id))
    case "gid": return .value(.integer(user.group))
    case "home": return .value(.text(user.home))
    case "shell": return try lines?.shell(of: name) ?? .value(.text(Self.withoutReturn(user.shell)))
    case "groups":
      let names = try lines?.groups(of: name, primary: user.group) ?? accounts.groupNames(of: user)
      return .value(.texts(names))
    default: return .value(.bool(true))
    }
  }

  func group(_ name: String, _ property: String) throws(Untold) -> GossFinding {
    guard
      let group = try image.accounts()?.groups.first(where: { $0.hasAllFields && $0.name.isExactly(name) })
    else { return Self.missing(property, "group: unknown group \(name)") }
    return .value(property == "gid" ? .integer(group.id) : .bool(true))
  }

  /// A text without the sign that stands before the end of a line in files of Windows.
  private static func withoutReturn(_ text: String) -> String {
    text.utf8.last == 0x0D ? String(decoding: text.utf8.dropLast(), as: UTF8.self) : text
  }

  private static func missing(_ property: String, _ message: String) -> GossFinding {
    property == "exists" ? .value(.bool(false)) : .error(message)
  }
}
