import Host
import Support

/// Podman with folders of its own, apart from the user's.
enum OwnPodman {
  /// Whether a test that may come upon podman leaves the user's alone: it has its own, or there is none.
  static let leavesUsersAlone = Machine.offers(
    "a podman of their own (root, podman and runc)",
    isThere: Candidate.all.contains(.podman) || !Machine.hasProgram("podman"))

  /// Hands out our variables, and those that lead podman to it where the machine has one.
  static func withIfThere(
    _ body: (_ environment: [String: String]) async throws -> Void
  ) async throws {
    guard Candidate.all.contains(.podman) else { return try await body(HostEnvironment.current()) }
    try await with { environment, _ in try await body(environment) }
  }

  /// Hands out our variables and those that lead podman to it, and the folder of its settings.
  static func with(
    _ body: (_ environment: [String: String], _ place: String) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let place = try await Script.run("podman", ["start", folder + "/p"])
      do {
        var environment = HostEnvironment.current()
        environment["CONTAINERS_CONF"] = place + "/containers.conf"
        environment["CONTAINERS_STORAGE_CONF"] = place + "/storage.conf"
        try await body(environment, place)
      } catch {
        try await Script.run("podman", ["stop", place])
        throw error
      }
      try await Script.run("podman", ["stop", place])
    }
  }
}
