import Support
import Testing

/// What a run of `verify` comes to, by the command line.
@Suite struct VerifyCommandTests {
  private static let files = [
    "root/etc/os-release": "ID=alpine\n", "a.spec.yaml": "files: {/etc/os-release: {exists: true}}\n",
  ]

  @Test(arguments: [
    (
      "files: {/etc/x: {exists: true, when: {platform: debian}}}",
      "0 of 1 assertions passed, 1 not applicable"
    ),
    (
      "files: {/etc/x: {exists: true, when: {platform: debian}}, /etc: {exists: true, skip: later}}",
      "0 of 2 assertions passed, 1 skipped, 1 not applicable"
    ),
  ])
  func `what judges nothing fails, and says so`(_ spec: String, _ counts: String) async throws {
    try await Program.with(Self.files.merging(["b.spec.yaml": spec + "\n"]) { $1 }) { program in
      let answer = try await program("verify", "dir:root", "--spec", "b.spec.yaml")
      #expect(answer.status == 1)
      #expect(
        answer.output == "failed: \(counts); nothing was judged, which is no pass\n", "\(answer.output)")
      let both = try await program("verify", "dir:root", "--spec", "b.spec.yaml", "--spec", "a.spec.yaml")
      #expect(both.status == 0 && both.output.hasPrefix("passed: "), "\(both.output)")
    }
  }

  @Test func `what could not be decided is let pass only beside what passed`() async throws {
    let open = "commands: {\"true\": {}}\n"
    try await Program.with(Self.files.merging(["b.spec.yaml": open]) { $1 }) { program in
      let all = try await program(
        "verify", "dir:root", "--no-run", "--allow-undecided", "--spec", "b.spec.yaml")
      #expect(all.status == 3)
      #expect(all.error.contains("nothing could be decided"), "\(all.error)")
      let some = try await program(
        "verify", "dir:root", "--no-run", "--allow-undecided", "--spec", "b.spec.yaml", "--spec",
        "a.spec.yaml")
      #expect(some.status == 0, "\(some.output)")
    }
  }

  @Test(arguments: ["-", "/dev/stdin"])
  func `a spec comes by standard input`(_ path: String) async throws {
    try await Program.with(Self.files) { program in
      let input = "include: [a.spec.yaml]\nfiles: {/etc: {type: directory}}\n"
      let answer = try await program("verify", "dir:root", "--spec", path, input: input)
      #expect(
        answer.status == 0 && answer.output == "passed: 2 assertions passed\n",
        "\(answer.output)\(answer.error)")
      let faulty = try await program("verify", "dir:root", "--spec", path, input: "fils: {}\n")
      #expect(faulty.status == 1 && faulty.error.contains("-:1:1"), "\(faulty.error)")
    }
  }

  @Test func `a damaged image is no failed assertion`() async throws {
    try await Program.with(Self.files.merging(["cut.tar": ""]) { $1 }) { program in
      let answer = try await program("verify", "cut.tar", "--spec", "a.spec.yaml")
      #expect(answer.status == 3 && answer.output.isEmpty, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("cut.tar"), "\(answer.error)")
    }
  }

  @Test func `an image without a name is refused`() async throws {
    try await Program.with(Self.files) { program in
      let answer = try await program("verify", "", "--spec", "a.spec.yaml")
      #expect(answer.status == 2)
      #expect(answer.error.contains("was a variable of the shell without a value?"), "\(answer.error)")
      let platform = try await program("verify", "dir:root", "--spec", "a.spec.yaml", "--platform", "amd64")
      #expect(platform.status == 2)
    }
  }

  @Test func `what this machine cannot decide is foretold`() async throws {
    let spec =
      "files: {/etc: {exists: true}}\nhttp: {\"https://localhost/\": {}}\ndiff: {image: \"nosuch:1\", added: 0}\n"
    let tests = "schemaVersion: 2.0.0\ncommandTests:\n- {name: a, command: a, expectedOutput: [x]}\n"
    let files = [
      "a.spec.yaml": spec, "b.spec.yaml": "files: {/etc: {exists: true}}\n",
      "c.yaml": tests + "fileExistenceTests:\n- {name: b, path: /b}\n",
    ]
    try await Program.with(files) { program in
      let rest = try await program("doctor", "--for", "b.spec.yaml")
      #expect(
        rest.status == 0 && rest.output == "1 assertion can be decided on this machine\n", "\(rest.output)")
      // No `curl`, and nothing to compare with.
      var poor = program
      poor.environment = ["PATH": "/nowhere"]
      let answer = try await poor("doctor", "--for", "a.spec.yaml", "--for", "b.spec.yaml", "--for", "c.yaml")
      #expect(answer.status == 3, "\(answer.output)\(answer.error)")
      for line in [
        "a.spec.yaml:2:9: page https://localhost/ status is 200: cannot be decided here: `https` and proxies need `curl`",
        "a.spec.yaml:3:34: difference added is 0: cannot be decided here: there is no `nosuch:1` to compare with: ",
        " assertions cannot be decided on this machine\n",
      ] { #expect(answer.output.contains(line), "\(line): \(answer.output)") }
    }
  }
}
