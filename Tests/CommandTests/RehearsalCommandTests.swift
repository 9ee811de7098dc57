import Host
import Support
import Testing

/// Rehearsals in a real Debian and in busybox: what they find, and where.
@Suite(
  .enabled(
    if: Machine.runs(
      .engines, needing: "root, runc and mmdebstrap (rehearsals in a Debian)",
      isThere: Machine.isRoot && ["runc", "mmdebstrap"].allSatisfy(Machine.hasProgram))), .serialized,
  .timeLimit(.minutes(10)))
struct RehearsalCommandTests {
  private static let base = "localhost/ovenproof-demo-base:1"

  private static func template(_ image: String, _ scripts: [String]) -> String {
    let names = scripts.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {
        "builders": [{"type": "docker", "image": "\(image)", "pull": false, "commit": true}],
        "provisioners": [{"type": "shell", "scripts": [\(names)]}]
      }

      """
  }

  @Test func `packages that a release no longer has are found with their place`() async throws {
    let script = """
      #!/bin/sh -e
      apt-get update
      apt-get install -y --no-install-recommends jq python2.7 \\
        nosuchpackage=1.0
      jq --version
      tcpdump --version
      if false; then apt-get install -y libssl1.0-dev; fi
      echo deb http://example.com/debian bookworm main >/etc/apt/sources.list.d/example.list
      apt-get install -y example-package

      """
    try await Program.withImage(
      "machine", as: Self.base, ["machine.json": Self.template(Self.base, ["setup.sh"]), "setup.sh": script]
    ) {
      program in
      let answer = try await program("build", "--dry-run", "machine.json")
      #expect(answer.status == 1, "\(answer.output)\(answer.error)")
      #expect(
        answer.output.contains(
          "setup.sh:3:47: error[rehearsal/absent-package]: package `python2.7` cannot be installed"),
        "\(answer.output)")
      #expect(
        answer.output.contains("setup.sh:4:3: error[rehearsal/absent-package]: package `nosuchpackage=1.0`"))
      #expect(
        answer.output.contains("setup.sh:7:35: warning[rehearsal/absent-package]: package `libssl1.0-dev`"))
      #expect(!answer.output.contains("package `jq`"))
      // It comes with the package that would be installed; the other is known to the lists alone.
      #expect(!answer.error.contains("`jq` is not in the base image"))
      #expect(answer.error.contains("`tcpdump` is not in the base image; package `tcpdump` would bring it"))
      #expect(answer.error.contains("cannot tell whether package `example-package` is there"))
      #expect(answer.error.contains("the steps need at least"))
    }
  }

  @Test func `packages that are there fail nothing, and the record says so`() async throws {
    let script = "#!/bin/sh -e\napt-get update -qq && apt-get install -y jq\njq --version\n"
    try await Program.withImage(
      "machine", as: Self.base, ["machine.json": Self.template(Self.base, ["setup.sh"]), "setup.sh": script]
    ) {
      program in
      let answer = try await program("build", "--dry-run", "machine.json", "--format", "json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(!answer.output.contains("rehearsal/"))
    }
  }

  @Test func `scripts are read by their own interpreters, and every fault is told`() async throws {
    let files = [
      "machine.json": Self.template(Self.base, ["a.pl", "c.sh", "d.py"]),
      "a.pl": "#!/usr/bin/perl\nprint 1;\nif (1 {\n", "c.sh": "#!/bin/sh\necho c\n",
      "d.py": "#!/usr/bin/python3\nprint(1\n",
    ]
    try await Program.withImage("machine", as: Self.base, files) { program in
      let answer = try await program("build", "--dry-run", "machine.json")
      #expect(answer.status == 1)
      #expect(
        answer.output.contains("a.pl:3:1: error[rehearsal/broken-syntax]"), "\(answer.output)\(answer.error)")
      #expect(
        answer.output.contains("d.py:2:1: error[rehearsal/broken-syntax]"), "\(answer.output)\(answer.error)")
      #expect(
        answer.error.contains("`a.pl` does not parse: exit code 255; `d.py` does not parse: exit code 1"))
    }
  }

  @Test func `a command that nothing brings is told at its call`() async throws {
    try await Program.withBase([
      "machine.json": Self.template("tiny:1", ["a.sh"]), "a.sh": "#!/bin/sh\necho a | lolcat\n",
    ]) { program in
      let answer = try await program("build", "--dry-run", "machine.json")
      #expect(answer.status == 1)
      #expect(
        answer.output.contains(
          "a.sh:2:10: error[rehearsal/absent-command]: `lolcat` is not in the base image"),
        "\(answer.output)")
    }
  }
}
