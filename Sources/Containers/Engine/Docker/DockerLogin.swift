import DataSyntax
import Glibc
import Host
import Source

/// A folder with docker's settings for one login: neither read from nor added to the user's own logins.
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
    let own = Self.ownFolder(client.environment)
    var login = client
    login.environment["DOCKER_CONFIG"] = folder
    if let context = Self.context(in: own), client.environment["DOCKER_CONTEXT"] == nil,
      getenv("DOCKER_CONTEXT") == nil
    {
      login.environment["DOCKER_CONTEXT"] = context
    }
    symlink(own + "/contexts", folder + "/contexts")
    self.client = login
  }

  func logIn(_ credentials: RegistryCredentials, patience: Double?) async throws(EngineError) {
    let server = credentials.server.map { [$0] } ?? []
    try await client.run(
      ["login", "--username", credentials.user, "--password-stdin"] + server,
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
