import DataSyntax
import Glibc
import Host
import Source

/// A folder with docker's settings, or podman's logins, for one login: neither read from nor added to the user's own logins.
struct DockerLogin: Sendable {
  let client: DockerClient
  private let folder: String

  /// Makes the folder; the user's choice of a daemon (docker's contexts) is carried over.
  init(of client: DockerClient, in home: String) throws(EngineError) {
    folder = "\(home)/\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    do throws(HostError) {
      try HostFile.makeFolder(home)
      try HostFile.makeFolder(folder, mode: 0o700)
    } catch {
      throw .host(error)
    }
    var login = client
    let settings =
      switch client.dialect {
      case .docker: Self.dockerSettings(client.environment, in: folder)
      case .podman: ["REGISTRY_AUTH_FILE": folder + "/auth.json"]
      }
    login.environment.merge(settings) { $1 }
    self.client = login
  }

  private static func dockerSettings(
    _ environment: [String: String], in folder: String
  ) -> [String: String] {
    var settings = ["DOCKER_CONFIG": folder]
    let own = ownFolder(environment)
    if let context = context(in: own), environment["DOCKER_CONTEXT"] == nil, getenv("DOCKER_CONTEXT") == nil {
      settings["DOCKER_CONTEXT"] = context
    }
    symlink(own + "/contexts", folder + "/contexts")
    return settings
  }

  func logIn(_ credentials: RegistryCredentials, patience: Double?) async throws(EngineError) {
    let dialect = client.dialect
    let server = credentials.server ?? dialect.usualServer
    let flags = server.map { dialect.transportFlags($0 + "/any") + [$0] } ?? []
    try await client.run(
      ["login", "--username", credentials.user, "--password-stdin"] + flags,
      to: "log in to \(credentials.server.map { "`\($0)`" } ?? "Docker Hub")",
      input: .bytes(Array(credentials.password.utf8)), patience: patience)
  }

  /// Removes the folder with the password in it.
  func forget() { try? TreeRemoval.remove(folder) }

  private static func ownFolder(_ environment: [String: String]) -> String {
    let value = { (name: String) in environment[name] ?? getenv(name).map { String(cString: $0) } }
    return value("DOCKER_CONFIG") ?? (value("HOME") ?? "/root") + "/.docker"
  }

  private static func context(in folder: String) -> String? {
    let path = folder + "/config.json"
    guard let bytes = try? Disk(workingDirectory: "/").read(path, limit: 1 << 20) else { return nil }
    return DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json).tree.root[
      "currentContext"]?.string
  }
}
