import Host
import Support
import Testing

/// What a rehearsal finds, weighed by settings and exceptions as what lint finds.
@Suite(.enabled(if: Program.canBake), .timeLimit(.minutes(10)))
struct RehearsalSettingsTests {
  private static let template = """
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [{"type": "shell", "script": "greet.sh"}]
    }

    """
  private static let script = "#!/bin/sh\necho Hello | cowsay\n"

  struct Case: Sendable, CustomTestStringConvertible {
    let settings: String
    let status: Int32
    /// The severity with which it is told; nil where it is not.
    let told: String?
    var testDescription: String { settings }

    init(_ settings: String, _ status: Int32, told: String?) {
      self.settings = settings
      self.status = status
      self.told = told
    }
  }

  @Test(arguments: [
    Case("ignore: []", 1, told: "error"), Case("ignore: [rehearsal/*]", 0, told: nil),
    Case("rules: {rehearsal/absent-command: off}", 0, told: nil),
    Case("rules: {rehearsal/absent-command: warning}", 0, told: "warning"),
    Case("fail-on: warning\nrules: {rehearsal/absent-command: warning}", 1, told: "warning"),
    Case("select: [packer/*]", 0, told: nil),
    Case("per-path: {greet.sh: {ignore: [rehearsal/absent-command]}}", 0, told: nil),
  ])
  func `settings weigh it`(_ example: Case) async throws {
    let files = [
      "machine.json": Self.template, "greet.sh": Self.script, ".ovenproof.yaml": example.settings + "\n",
    ]
    try await Program.withBase(files) { program in
      let answer = try await program("build", "--dry-run", "machine.json")
      #expect(answer.status == example.status, "\(answer.output)\(answer.error)")
      let place = "greet.sh:2:14: "
      #expect(answer.output.contains(place) == (example.told != nil), "\(answer.output)\(answer.error)")
      if let told = example.told {
        #expect(answer.output.contains("\(place)\(told)[rehearsal/absent-command]"), "\(answer.output)")
      }
    }
  }

  @Test func `an exception covers it, and lint does not call that one idle`() async throws {
    let allow = "# ovenproof: allow rehearsal/absent-command -- a stub stands in for it\n"
    let files = [
      "machine.json": Self.template,
      "greet.sh": Self.script.replacing("echo Hello", with: allow + "echo Hello"),
    ]
    try await Program.withBase(files) { program in
      let rehearsed = try await program("build", "--dry-run", "machine.json", "--format", "json")
      #expect(rehearsed.status == 0, "\(rehearsed.output)\(rehearsed.error)")
      #expect(rehearsed.output.contains("a stub stands in for it"), "\(rehearsed.output)")
      let linted = try await program("lint", "machine.json")
      #expect(linted.status == 0)
      #expect(!linted.output.contains("lint/unused-allow"), "\(linted.output)")
    }
  }

  @Test func `an exception at no place is idle all the same`() async throws {
    let template = Self.template.replacing(
      "{\n  \"builders\"",
      with:
        "{\n  \"_ovenproof\": \"allow rehearsal/absent-command at /provisioners/7 -- tried\",\n  \"builders\""
    )
    try await Program.with(["machine.json": template, "greet.sh": Self.script]) { program in
      let linted = try await program("lint", "machine.json")
      #expect(linted.output.contains("lint/unused-allow"), "\(linted.output)")
    }
  }

  @Test func `what the engine cannot give is told before anything starts`() async throws {
    let template = Self.template.replacing(
      "\"commit\": true", with: "\"commit\": true, \"privileged\": true, \"tmpfs\": [\"/run\"]")
    try await Program.withBase(["machine.json": template, "greet.sh": "#!/bin/sh\ntrue\n"]) { program in
      for words in [["--dry-run"], []] {
        let answer = try await program.run(["build", "machine.json", "--engine", "native:chroot"] + words)
        #expect(answer.status == 1)
        #expect(
          answer.output.contains("machine.json:2:86: error[engine/refused-option]: ")
            && answer.output.contains("machine.json:2:106: error[engine/refused-option]: "),
          "\(answer.output)\(answer.error)")
        #expect(answer.error.contains("nothing was started"), "\(answer.error)")
      }
      let planned = try await program("plan", "machine.json", "--engine", "native:chroot")
      #expect(planned.status == 1)
      #expect(planned.output.contains("What this engine cannot give here:"), "\(planned.output)")
      #expect(try await program("plan", "machine.json", "--engine", "native:namespaces").status == 0)
      #expect(try await program("plan", "machine.json").status == 0)
    }
  }
}
