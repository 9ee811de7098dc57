import Host
import Support
import Testing

/// `build` and `test` with the native engine, as a CI job runs them.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct BakeCommandTests {
  private static func template(
    _ posts: String, base: String = "tiny:1", inline: String = "echo hello > /etc/motd"
  ) -> String {
    """
    {
      "builders": [{"type": "docker", "image": "\(base)", "pull": false, "commit": true}],
      "provisioners": [{"type": "shell", "inline": ["\(inline)"]}],
      "post-processors": [[\(posts)]]
    }
    """
  }
  private static let tagAndSave = #"""
    {"type": "docker-tag", "repository": "localhost/greeter", "tags": ["1"]}, {"type": "docker-save", "path": "greeter.tar"}
    """#
  private static let green =
    "files: {/etc/motd: {contents: [hello]}}\ncommands: {cat /etc/motd: {exit-status: 0}}\n"
  private static let red = "files: {/etc/motd: {contents: [goodbye]}}\n"

  @Test func `clocks in a template are filled when it is baked`() async throws {
    let tag = #"{"type": "docker-tag", "repository": "localhost/clock", "tags": ["t{{timestamp}}"]}"#
    let inline = #"echo {{timestamp}} {{isotime \"2006-01-02\"}} {{uuid}} > /etc/motd"#
    let files = [
      "machine.json": Self.template(tag, inline: inline),
      "machine.spec.yaml":
        #"files: {/etc/motd: {contents: ['/^[0-9]{10} [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9a-f-]{36}$/']}}"#,
    ]
    try await Program.withBase(files) { program in
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(try await program("image", "list").output.contains("localhost/clock:t1"))
    }
  }

  @Test func `an image that meets its spec is tagged and saved`() async throws {
    let files = ["machine.json": Self.template(Self.tagAndSave), "machine.spec.yaml": Self.green]
    try await Program.withBase(files) { program in
      let answer = try await program("test", "machine.json", "--report", "json:record.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      let images = try await program("image", "list")
      #expect(images.output.contains("localhost/greeter:1"))
      #expect(Disk(workingDirectory: program.folder).status("greeter.tar") != nil)
      let stored = try await program("verify", "localhost/greeter:1", "--spec", "machine.spec.yaml")
      #expect(stored.status == 0)
      let archived = try await program("verify", "greeter.tar", "--spec", "machine.spec.yaml")
      #expect(archived.status == 0, "\(archived.error)")
      let reported = try await program("report", "record.json")
      #expect(reported.status == 0)
      let leftovers = try await program.leftovers()
      #expect(leftovers == "")
    }
  }

  @Test func `an image that fails its spec is not saved`() async throws {
    let files = ["machine.json": Self.template(Self.tagAndSave), "machine.spec.yaml": Self.red]
    try await Program.withBase(files) { program in
      for verb in ["test", "build"] {
        let answer = try await program(verb, "machine.json")
        #expect(answer.status == 1, "\(answer.output)\(answer.error)")
        #expect(answer.output.contains("blocked"))
        #expect(answer.output.contains("machine.spec.yaml:1:"))
        #expect(Disk(workingDirectory: program.folder).status("greeter.tar") == nil)
      }
    }
  }

  @Test func `a test without a spec is undecided`() async throws {
    try await Program.withBase(["machine.json": Self.template(Self.tagAndSave)]) { program in
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 3)
      #expect(answer.error.contains("no spec belongs to `machine.json`"))
      #expect(answer.error.contains("NAME.spec.yaml"))
    }
  }

  @Test func `a spec is undecided where the build keeps no image`() async throws {
    let template = #"{"builders": [{"type": "docker", "image": "tiny:1", "pull": false, "discard": true}]}"#
    let spec = "files: {/bin/busybox: {exists: true}}"
    try await Program.withBase(["machine.json": template, "machine.spec.yaml": spec]) { program in
      let answer = try await program("test", "machine.json", "--report", "json:record.json")
      #expect(answer.status == 3, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains("cannot tell: build `docker` commits no image"))
      #expect(try await program("report", "record.json").status == 3)
    }
  }

  @Test func `an unchanged step comes from its snapshot, and a changed mode of a file does not`() async throws
  {
    let template = #"""
      {
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
        "provisioners": [
          {"type": "file", "source": "up.txt", "destination": "/up.txt"},
          {"type": "shell", "inline": ["sleep 1.1", "ls -l /up.txt"]}
        ]
      }
      """#
    try await Program.withBase(["machine.json": template, "up.txt": "one\n"]) { program in
      let file = program.folder + "/up.txt"
      let first = try await program("build", "machine.json")
      #expect(first.error.contains("-rw-"), "\(first.error)")
      let second = try await program("build", "machine.json")
      #expect(second.error.contains("docker: cached") && !second.error.contains("-rw-"), "\(second.error)")
      _ = try await Command(["chmod", "755", file]).output()
      let third = try await program("build", "machine.json")
      #expect(third.error.contains("-rwxr-xr-x"), "\(third.error)")
    }
  }

  @Test func `a failing step is a failure that leaves nothing running`() async throws {
    let template = Self.template(Self.tagAndSave, inline: "echo before; exit 7")
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1)
      #expect(answer.output.contains("7"))
      let leftovers = try await program.leftovers()
      #expect(leftovers == "")
    }
  }

  @Test func `a base image that is nowhere fails the build and says how to bring it in`() async throws {
    try await Program.withBase(["machine.json": Self.template(Self.tagAndSave, base: "absent:1")]) {
      program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1, "\(answer.output)")
      #expect(
        (answer.output + answer.error).contains("ovenproof image import PATH --as absent:1"),
        "\(answer.output)\(answer.error)")
    }
  }

  @Test func `an interrupted build ends at once and leaves nothing`() async throws {
    let template = Self.template(Self.tagAndSave, inline: "sleep 60")
    try await Program.withBase(["machine.json": template]) { program in
      var interrupted = program
      // Signals the program twice at once, as wrappers that signal a program and then its group do.
      interrupted.wrapper = [
        "sh", "-c",
        #""$0" "$@" & program=$!; sleep 6; kill -INT $program; sleep 0.02; kill -INT $program; wait $program"#,
      ]
      let clock = ContinuousClock()
      let began = clock.now
      let answer = try await interrupted("build", "machine.json")
      #expect(answer.status == 130, "\(answer.error)")
      #expect(began.duration(to: clock.now) < .seconds(20))
      #expect(answer.error.contains("interrupted"))
      let leftovers = try await program.leftovers()
      #expect(leftovers == "")
    }
  }

  @Test func `what a killed build leaves is removed by clean`() async throws {
    let template = Self.template(Self.tagAndSave, inline: "sleep 60")
    try await Program.withBase(["machine.json": template]) { program in
      let script =
        #""$0" build machine.json >/dev/null 2>&1 & pid=$!; sleep 6; kill -9 $pid; wait $pid; exit 0"#
      _ = try await Command(
        ["sh", "-c", script, Program.path],
        environment: .inherited(adding: ["OVENPROOF_HOME": program.folder + "/.home"]),
        workingDirectory: program.folder, deadline: 60
      ).output()
      let orphans = try await program.leftovers()
      #expect(orphans != "")
      let cleaned = try await program("clean")
      #expect(cleaned.status == 0)
      #expect(cleaned.output.contains("removed "))
      let leftovers = try await program.leftovers()
      #expect(leftovers == "")
      let again = try await program("clean")
      #expect(again.output == "nothing was left behind\n")
    }
  }
}
