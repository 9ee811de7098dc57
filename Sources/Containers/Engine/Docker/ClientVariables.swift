import Glibc
import Host

/// Variables of a container on their way through the client of docker or podman.
///
/// Others can read the words of a client, and the client itself obeys its environment: with a container's `PATH`, `DOCKER_HOST` or
/// `LD_PRELOAD` another program would run on this machine, or another daemon be asked. So they go in a file, which is in memory
/// alone, and in which they keep their order: of flags docker's client makes a map.
struct ClientVariables: Sendable, Hashable {
  /// `NAME=VALUE` or a bare name, one a line, as `--env-file` reads it.
  let lines: [UInt8]
  /// Flags for what no line can say.
  let flags: [String]
  /// What the client's own environment holds for bare names.
  let environment: [String: String]

  /// The longest line that clients read (Go's `bufio.MaxScanTokenSize`).
  private static let longestLine = 65_535

  /// `names` tells the order, and those that have no value are taken away: docker does so with one that its client has not.
  init(_ variables: [String: String], ordered names: [String]) {
    var lines: [UInt8] = []
    var flags: [String] = []
    var environment: [String: String] = [:]
    for name in names {
      guard let value = variables[name] else {
        flags += ["-e", name]
        continue
      }
      let pair = "\(name)=\(value)"
      let isListed = Self.isListed(name)
      if isListed, Self.fits(pair) {
        lines += Array(pair.utf8) + [0x0A]
      } else if Self.isClients(name) || name.utf8.contains(UInt8(ascii: "=")) {
        flags += ["-e", pair]
      } else {
        // The client takes the value of a bare name from its environment.
        environment[name] = value
        if isListed { lines += Array(name.utf8) + [0x0A] } else { flags += ["-e", name] }
      }
    }
    self.lines = lines
    self.flags = flags
    self.environment = environment
  }

  init(_ variables: [String: String]) { self.init(variables, ordered: variables.keys.sorted()) }

  /// Runs something with all flags and the variables that its client needs; the file is gone afterwards.
  func flagged<Result: Sendable>(
    _ body: (_ flags: [String], _ environment: [String: String]) async throws(EngineError) -> Result
  ) async throws(EngineError) -> Result {
    guard !lines.isEmpty else { return try await body(flags, environment) }
    let file: Int32
    do throws(HostError) {
      file = try MemoryFile.holding(lines, attempt: "note a container's variables")
    } catch {
      throw .host(error)
    }
    defer { close(file) }
    return try await body(["--env-file", "/proc/\(getpid())/fd/\(file)"] + flags, environment)
  }

  /// Whether a line is read for what its name is: no comment, and without white space.
  private static func isListed(_ name: String) -> Bool {
    !name.hasPrefix("#") && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Whether a variable is one line, and not too long for it.
  private static func fits(_ pair: String) -> Bool {
    pair.utf8.count <= longestLine && !pair.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a client, or what loads it, may do something else for a variable of that name; no value of such a one is a secret.
  private static func isClients(_ name: String) -> Bool {
    let name = name.uppercased()
    return ["PATH", "HOME", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"].contains(name)
      || ["LD_", "XDG_", "DOCKER_", "CONTAINER_", "CONTAINERS_", "STORAGE_"].contains(where: name.hasPrefix)
        && name != "DOCKER_AUTH_CONFIG"
  }
}
