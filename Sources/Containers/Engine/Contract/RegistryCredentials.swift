/// What a registry asks for; the password is a secret.
package struct RegistryCredentials: Sendable, Hashable {
  package let server: String?
  package let user: String
  package let password: String

  package init(server: String?, user: String, password: String) {
    self.server = server
    self.user = user
    self.password = password
  }
}

extension RegistryCredentials: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String { "credentials of `\(user)`" }
  package var debugDescription: String { description }
}
