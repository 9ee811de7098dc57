/// A name and password for a registry; never shown.
package struct RegistryLogin: Sendable, Hashable {
  package let user: String
  package let password: String
  /// The registry that it is for, as people write it; nil for that of the image.
  package let server: String?

  package init(user: String, password: String, server: String? = nil) {
    self.user = user
    self.password = password
    self.server = server
  }

  /// The name of the registry in references; nil where none is named.
  var domain: String? {
    guard let server, !server.isEmpty else { return nil }
    let bare = server.split(separator: "://", maxSplits: 1).last.map(String.init) ?? server
    let host = bare.split(separator: "/").first.map(String.init) ?? bare
    return ["index.docker.io", "registry-1.docker.io"].contains(host) ? "docker.io" : host
  }
}

extension RegistryLogin: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String { "a login" }
  package var debugDescription: String { description }
}
