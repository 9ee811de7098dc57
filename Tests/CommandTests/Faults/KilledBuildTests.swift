import Host
import Support
import Testing

/// What a build leaves that was killed, and that the next command removes it, whatever hangs meanwhile.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct KilledBuildTests {
  /// Runs a build in the background and kills it as soon as a file is there.
  private static func kill(
    _ program: Program, _ template: String = "machine.json", onceThereIs file: String
  ) async throws {
    let script = """
      "$0" build "$1" </dev/null >out 2>&1 & pid=$!
      until ls $2 >/dev/null 2>&1; do kill -0 $pid || { cat out >&2; exit 1; }; sleep 0.1; done
      kill -9 $pid; wait $pid; exit 0
      """
    var variables = program.environment
    variables["OVENPROOF_HOME"] = program.folder + "/.home"
    let killed = try await Command(
      ["sh", "-c", script, Program.path, template, file], environment: .inherited(adding: variables),
      workingDirectory: program.folder, deadline: 120
    ).output()
    #expect(killed.termination == .exited(0), "\(String(decoding: killed.error, as: UTF8.self))")
  }

  /// A program in `bin` that hangs when one of its words is `word`, and is the real one otherwise.
  private static func hang(_ name: String, at word: String, for program: Program) async throws -> Program {
    let real = try #require(Machine.path(ofProgram: name))
    let script = """
      #!/bin/sh
      for each; do if [ "$each" = \(word) ]; then touch "\(program.folder)/hangs"; exec sleep 1000; fi; done
      exec \(real) "$@"
      """
    try HostFile.makeFolder(program.folder + "/bin")
    try HostFile.write(Array(script.utf8), to: "\(program.folder)/bin/\(name)", mode: 0o755)
    var hanging = program
    hanging.environment["PATH"] = "\(program.folder)/bin:" + (HostEnvironment.current()["PATH"] ?? "")
    return hanging
  }

  @Test func `a runtime that hangs at the start keeps nothing locked`() async throws {
    try await Program.withBase(["machine.json": Program.template]) { program in
      try await Self.kill(try await Self.hang("runc", at: "run", for: program), onceThereIs: "hangs")
      #expect(try await program.leftovers() != "")
      let cleaned = try await program("clean")
      #expect(cleaned.status == 0, "\(cleaned.error)")
      #expect(cleaned.output.contains("removed native container"), "\(cleaned.output)")
      #expect(try await program.leftovers() == "")
      #expect(try await program("build", "machine.json").status == 0)
    }
  }

  @Test func `a runtime that hangs at the removal is done without`() async throws {
    let template = Program.template.replacing("echo hello > /etc/motd", with: "echo ready; sleep 600")
    try await Program.withBase(["machine.json": template]) { program in
      try await Self.kill(program, onceThereIs: ".home/cache/native/runtime/*/state.json")
      let hanging = try await Self.hang("runc", at: "delete", for: program)
      let cleaned = try await hanging("clean")
      #expect(cleaned.status == 0, "\(cleaned.error)")
      #expect(cleaned.output.contains("removed native container"), "\(cleaned.output)")
      #expect(try await program.leftovers() == "")
      #expect(try await program("clean").output == "nothing was left behind\n")
    }
  }

  @Test func `a script for the machine itself, with the secrets in it, does not outlive the next command`()
    async throws
  {
    let template = #"""
      {
        "variables": {"password": "swordfish"}, "sensitive-variables": ["password"],
        "builders": [{"type": "null", "communicator": "none"}],
        "post-processors": [{"type": "shell-local", "inline": ["touch there # {{user `password`}}", "sleep 2"]}]
      }
      """#
    try await Program.withBase([:]) { program in
      var program = program
      program.environment["TMPDIR"] = program.folder + "/tmp"
      try HostFile.makeFolder(program.folder + "/tmp")
      try HostFile.write(Array(template.utf8), to: program.folder + "/local.json")
      try await Self.kill(program, "local.json", onceThereIs: "there")
      func left() async throws -> String {
        let search = ["grep", "-rl", "swordfish", ".home", "tmp"]
        return String(
          decoding: try await Command(search, workingDirectory: program.folder).output().output, as: UTF8.self
        )
      }
      #expect(try await left() != "")
      let cleaned = try await program("clean")
      #expect(cleaned.output.contains("removed unfinished"), "\(cleaned.output)")
      #expect(try await left() == "")
    }
  }

  private static let canCompress = Machine.runs(
    .oracles, needing: "xz (files that were being written)", isThere: Machine.hasProgram("xz"))

  @Test(.enabled(if: canCompress)) func `a file that was being written does not outlive the next command`()
    async throws
  {
    let template = #"""
      {
        "builders": [{"type": "file", "content": "hello", "target": "made.txt"}],
        "post-processors": [{"type": "compress", "output": "made.tar.xz"}]
      }
      """#
    try await Program.withBase(["file.json": template]) { program in
      try await Self.kill(
        try await Self.hang("xz", at: "-z", for: program), "file.json", onceThereIs: "hangs")
      #expect(try Disk(workingDirectory: program.folder).list(".").contains { $0.contains(".part-") })
      let cleaned = try await program("clean")
      #expect(cleaned.output.contains("/made.tar.xz.part-"), "\(cleaned.output)")
      #expect(!(try Disk(workingDirectory: program.folder).list(".").contains { $0.contains(".part-") }))
    }
  }
}
