import Host
import Support
import Testing

/// What Packer itself says to a template that carries our exceptions.
@Suite struct PackerOracleTests {
  private static let canRun = Machine.runs(
    .oracles, needing: "packer", isThere: Machine.hasProgram("packer"))

  @Test(
    .enabled(if: canRun), .timeLimit(.minutes(15)),
    arguments: [
      #""_ovenproof-1": "allow packer/floating-base-tag at /builders/0/image -- follows the distribution", "#,
      #""_ovenproof": "allow-file packer/unused-variable -- read by hand", "_ovenproof-2": "allow a/b at /x -- why", "#,
      #""_ovenproof": "max-age 7d", "_ovenproof-2": "max-age never at /builders/0", "#,
    ])
  func `Packer accepts a template with exceptions of ours`(exceptions: String) async throws {
    let template =
      #"{\#(exceptions)"builders": [{"type": "docker", "image": "debian:latest", "commit": true}]}"#
    let output = try await validate(template)
    #expect(output.termination == .exited(0), "\(String(decoding: output.output, as: UTF8.self))")
  }

  @Test(.enabled(if: canRun), .timeLimit(.minutes(15)))
  func `Packer refuses an exception that is no text, so ours must be texts`() async throws {
    let template =
      #"{"_ovenproof": ["allow"], "builders": [{"type": "docker", "image": "a:1", "commit": true}]}"#
    #expect(try await validate(template).termination == .exited(1))
  }

  private func validate(_ template: String) async throws -> CommandOutput {
    let packer = try #require(Machine.path(ofProgram: "packer"), "packer is not there, and is required")
    var command = Command(
      [packer, "validate", "-"], environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1"]))
    command.input = .bytes(Array(template.utf8))
    command.deadline = 50
    return try await command.output()
  }
}
