import Host
import Support
import Testing

/// Names that a real server of names on this machine is asked for, from a container that shares its network.
@Suite(.enabled(if: Program.canBake && NameServer.isThere), .serialized, .timeLimit(.minutes(5)))
struct NameServerTests {
  private static let folder = Repository.fixture("goss/names")

  private static func text(_ file: String) throws -> String {
    String(decoding: try Disk(workingDirectory: folder).read(file, limit: 1 << 20), as: UTF8.self)
  }

  /// Runs the program while the server and one that never answers are there, whose addresses stand in the spec.
  private func answer(
    to words: [String], _ environment: [String: String] = [:], spec: String, named name: String
  ) async throws -> (answer: Program.Answer, port: Int) {
    try await NameServer.with(zones: Self.folder + "/zones") { server in
      try await SilentServer.withDatagrams { silent in
        let text = spec.replacing("SERVER", with: "127.0.0.1:\(server.port)")
          .replacing("PORT", with: "\(server.port)").replacing("SILENT", with: silent)
        return try await Program.withBase([name: text]) { program in
          var program = program
          program.environment.merge(environment) { $1 }
          return (try await program.run(words), server.port)
        }
      }
    }
  }

  /// goss 0.4.9 printed this of the same file with the same server.
  @Test func `what goss says of each kind of record is said line by line`() async throws {
    let (answer, _) = try await self.answer(
      to: ["dgoss", "run", "--network", "host", "tiny:1", "sleep", "300"], ["GOSS_OPTS": "-f tap"],
      spec: try Self.text("goss.yaml"), named: "goss.yaml")
    let deviations = try Deviations.read("goss/names/deviations.txt").keys
    func judged(_ lines: [String]) -> [String] {
      lines.filter { line in !deviations.contains { line.contains("DNS: \($0): ") } }.sorted()
    }
    let lines = answer.output.split(separator: "\n").dropFirst().map { line in
      // The numbers are those of an order that the map of the file has not for goss.
      String(line.replacing(#/^(ok|not ok) \d+ - /#) { "\($0.1) - " })
    }
    let expected = try Self.text("expected.txt").split(separator: "\n").map(String.init)
    #expect(judged(lines) == judged(expected), "\(answer.error)")
    #expect(lines.contains("ok - DNS: TXT:long.example.test: resolvable: matches expectation: true"))
    #expect(answer.status == 1)
  }

  @Test func `specs of our own ask as well`() async throws {
    let (answer, _) = try await self.answer(
      to: ["verify", "tiny:1", "--spec", "a.spec.yaml"], spec: try Self.text("own.spec.yaml"),
      named: "a.spec.yaml")
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
  }
}
