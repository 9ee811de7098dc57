import Host

/// A docker daemon of its own for a test.
package enum DockerDaemon {
  /// Whether this machine can have one.
  package static var isThere: Bool {
    Machine.isRoot && Machine.hasProgram("docker") && Machine.hasProgram("dockerd")
  }

  /// Starts a daemon that holds the images of some archives, hands its `DOCKER_HOST` to `body`, and stops it.
  package static func with<Result>(
    holding archives: [String] = [], _ body: (String) async throws -> Result
  ) async throws -> Result {
    try await TemporaryFolder.with { folder in
      // The name of its socket must be short.
      let place = folder + "/d"
      let host = try await Script.run("dockerd", ["start", place])
      do {
        for archive in archives { try await run(["load", "--input", archive], at: host) }
        let result = try await body(host)
        try await Script.run("dockerd", ["stop", place])
        return result
      } catch {
        try await Script.run("dockerd", ["stop", place])
        throw error
      }
    }
  }

  /// Runs docker's client, and returns what it prints.
  @discardableResult
  package static func run(_ arguments: [String], at host: String) async throws -> String {
    let output = try await Command(["docker", "--host", host] + arguments).output()
    guard output.termination.succeeded else {
      let words = arguments.joined(separator: " ")
      throw Script.Failure(description: "docker \(words): \(String(decoding: output.error, as: UTF8.self))")
    }
    return String(decoding: output.output, as: UTF8.self)
  }
}
