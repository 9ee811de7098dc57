/// A name and password for a registry; never shown.
package struct RegistryLogin: Sendable, Hashable {
  package let user: String
  package let password: String

  package init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}

extension RegistryLogin: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String { "a login" }
  package var debugDescription: String { description }
}
