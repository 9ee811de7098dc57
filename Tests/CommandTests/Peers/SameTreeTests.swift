import Host
import Support
import Testing

/// Bakes with Packer and docker beside bakes with each of our engines: the same file system, entry by entry, and the
/// same configuration.
///
/// A case is a folder of `Fixtures/bakes`: a `machine.json` for the image `tiny:1`, without post-processors, and its files.
@Suite(
  .enabled(
    if: Machine.runs(
      .oracles, needing: "root, runc, packer, docker, dockerd and python3 (the trees that Packer bakes)",
      isThere: Machine.isRoot
        && ["runc", "packer", "docker", "dockerd", "python3"].allSatisfy(Machine.hasProgram))),
  .peer, .timeLimit(.minutes(20)))
struct SameTreeTests {
  static let cases = (try? Disk(workingDirectory: Repository.fixture("bakes")).list(".")) ?? []

  /// All that may differ: the start of a line, and why.
  static let accepted = [
    // Docker writes how the container was run into the image; no engine reads it off there.
    "configuration Hostname", "configuration Image", "configuration OpenStdin", "configuration Tty",
    // The daemon of this test has no network.
    "configuration NetworkDisabled",
    // Packer's has blank lines and tabs; Chef reads the same settings.
    "/tmp/packer-chef-solo/solo.rb ",
  ]

  /// The cases that no ordinary user can bake, and why; each has to fail.
  static let beyondAccount = ["devices": "in a user namespace nobody may make the node of a device"]

  @Test func `there are cases`() {
    #expect(Self.cases.count >= 25)
    #expect(Set(Self.beyondAccount.keys).isSubset(of: Self.cases))
  }

  /// An engine of ours, and whose bake it is.
  private struct Baker: Sendable {
    let engine: String
    var user = Peer.User.root
  }

  private static var bakers: [Baker] {
    let ofRoot = ["native", "native:namespaces", "docker"].map { Baker(engine: $0) }
    return hasAccount ? ofRoot + [Baker(engine: "native", user: .account)] : ofRoot
  }

  /// Whether the account can bake whose containers have no rights of root's.
  static let hasAccount = Machine.runs(
    .engines,
    needing:
      "uidmap, the account \(TestAccount.name) of `.ci/setup`, and .build/debug where it can be reached by it",
    isThere: TestAccount.isThere && TestAccount.canExecute(Program.path))

  /// The cases share a daemon, and a store: each bakes below a folder of its own, under a name of its own.
  private static let places = Places(3)

  @Test(arguments: cases) func `every engine bakes what Packer bakes`(_ name: String) async throws {
    try await Self.places.withPlace {
      try await TemporaryFolder.with { folder in
        let theirs = try await Peer.current.bake("bakes/" + name, in: folder + "/theirs") {
          ["packer", "build", $0]
        }
        #expect(theirs.contains { $0.hasPrefix("/bin/busybox ") })
        var orders: Set<[String]> = []
        for baker in Self.bakers {
          let own = "\(folder)/\(baker.engine)-\(baker.user)"
          if baker.user == .account, let reason = Self.beyondAccount[name] {
            await #expect(throws: Script.Failure.self, "\(reason)") {
              _ = try await bake(name, in: own, by: baker)
            }
            continue
          }
          let ours = try await bake(name, in: own, by: baker)
          #expect(Self.judged(ours) == Self.judged(theirs), "\(baker.engine) of \(baker.user)")
          orders.insert(ours.filter { $0.hasPrefix(Self.variables) })
        }
        #expect(orders.count == 1, "the order of variables is that of every engine: \(orders)")
      }
    }
  }

  private func bake(_ name: String, in folder: String, by baker: Baker) async throws -> [String] {
    try await Peer.current.bake("bakes/" + name, in: folder, as: baker.user) {
      // What one engine has kept of its steps must not answer for another.
      [Program.path, "build", "--quiet", "--no-cache", "--engine", baker.engine, $0]
    }
  }

  private static func judged(_ lines: [String]) -> [String] {
    lines.filter { line in !accepted.contains { line.hasPrefix($0) } }.map(ordered).sorted()
  }

  private static let variables = "configuration Env ["

  /// The client of docker hands the variables of several `-e` on in any order.
  private static func ordered(_ line: String) -> String {
    guard line.hasPrefix(variables), line.hasSuffix("]") else { return line }
    let list = line.dropFirst(variables.count + 1).dropLast(2).split(separator: "\", \"").map(String.init)
    return variables + list.sorted().joined(separator: "\n")
  }
}
