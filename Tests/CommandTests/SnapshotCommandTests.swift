import Host
import Support
import Testing

/// What `build` takes from snapshots, what it says of that, and that images come out the same either way.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct SnapshotCommandTests {
  /// Three steps that write files; the second one's text and the third one's are given.
  private static func template(second: String = "two", third: String = "echo 3 >/three") -> String {
    #"""
    {
      "variables": {"password": "hunter-22"}, "sensitive-variables": ["password"],
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [
        {"type": "shell", "inline": ["sleep 0.5", "mkdir /d", "echo 1 >/d/one", "ln /d/one /d/twin", "ln -s one /d/link"]},
        {"type": "file", "source": "up.txt", "destination": "/up.txt"},
        {"type": "shell", "environment_vars": ["PW={{user `password`}}", "WORD=\#(second)"],
         "inline": ["sleep 0.5", "rm /d/one", "rm -r /var/log", "mkdir /var/log", "mknod /node c 1 3", "echo $WORD >/two"]},
        {"type": "shell", "inline": ["\#(third)"]}
      ]
    }
    """#
  }

  private static let files = ["machine.json": template(), "up.txt": "one\n"]

  private func change(_ program: Program, _ text: String, of name: String = "machine.json") throws {
    try HostFile.write(Array(text.utf8), to: program.folder + "/" + name)
  }

  private func image(of answer: Program.Answer) -> String {
    answer.output.split(separator: "\n").first { $0.contains("image sha256:") }.map(String.init)
      ?? answer.error
  }

  @Test func `an unchanged build gives the same image and starts no container`() async throws {
    try await Program.withBase(Self.files) { program in
      let first = try await program("build", "machine.json")
      #expect(first.status == 0, "\(first.error)")
      let second = try await program("build", "machine.json", "--explain-cache")
      #expect(second.status == 0, "\(second.error)")
      #expect(image(of: first) == image(of: second))
      #expect(second.error.contains("nothing has changed"), "\(second.error)")
      #expect(second.error.contains("6/6 commit the container as an image: taken from a snapshot of"))
      #expect(!second.error.contains("done in"), "\(second.error)")
    }
  }

  @Test func `the image is the same byte for byte, with snapshots and without`() async throws {
    try await Program.withBase(Self.files) { plain in
      var program = plain
      program.environment["SOURCE_DATE_EPOCH"] = "1700000000"
      let whole = image(of: try await program("build", "machine.json", "--no-cache"))
      let again = image(of: try await program("build", "machine.json", "--no-cache"))
      #expect(whole == again)
      // Goes on from the snapshot of an earlier step, which had another step after it.
      try change(program, Self.template(second: "other"))
      #expect(try await program("build", "machine.json").status == 0)
      try change(program, Self.template())
      let resumed = try await program("build", "machine.json")
      #expect(resumed.error.contains("docker: cached"), "\(resumed.error)")
      #expect(image(of: resumed) == whole, "\(resumed.error)")
    }
  }

  @Test func `a root file system that is imported again is the same image`() async throws {
    try await Program.withBase(Self.files) { plain in
      var program = plain
      program.environment["SOURCE_DATE_EPOCH"] = "1700000000"
      try HostFile.makeFolder(program.folder + "/root/etc")
      let first = try await program("image", "import", "root", "--as", "localhost/again:1")
      try await Task.sleep(for: .seconds(1.1))
      let second = try await program("image", "import", "root", "--as", "localhost/again:1")
      #expect(first.status == 0 && first.output == second.output, "\(first.output)\(second.output)")
    }
  }

  @Test func `a changed step runs, what changed is told, and steps before it do not run`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await program("build", "machine.json")
      try change(program, Self.template(second: "changed"))
      let variable = try await program("build", "machine.json", "--explain-cache")
      #expect(
        variable.error.contains(
          "cache: 4/6 run 6 inline lines: runs: the environment variable `WORD` changed"),
        "\(variable.error)")
      #expect(
        variable.error.contains("2/6 run 5 inline lines: taken from a snapshot of"), "\(variable.error)")
      #expect(
        variable.error.contains("5/6 run an inline line: runs: a step before it runs with something else"),
        "\(variable.error)")
      try change(program, "two\n", of: "up.txt")
      let content = try await program("build", "machine.json", "--explain-cache")
      #expect(content.error.contains("runs: the content of `up.txt` changed"), "\(content.error)")
      _ = try await Command(["chmod", "755", program.folder + "/up.txt"]).output()
      let mode = try await program("build", "machine.json", "--explain-cache")
      #expect(mode.error.contains("runs: the mode of `up.txt` changed"), "\(mode.error)")
      let password = try await program(
        "build", "machine.json", "-var", "password=other-33", "--explain-cache")
      #expect(password.error.contains("runs: the environment variable `PW` changed"), "\(password.error)")
    }
  }

  @Test func `no file that a build leaves holds a secret`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await program("build", "machine.json", "--explain-cache", "--keep")
      let found = try await Command(["grep", "-rlF", "hunter-22", program.folder + "/.home"]).output()
      #expect(found.termination == .exited(1), "\(String(decoding: found.output, as: UTF8.self))")
    }
  }

  @Test func `a failed build goes on at the step that failed`() async throws {
    try await Program.withBase(["machine.json": Self.template(third: "exit 7"), "up.txt": "one\n"]) {
      program in
      let failed = try await program("build", "machine.json")
      #expect(failed.status == 1)
      try change(program, Self.template())
      let second = try await program("build", "machine.json")
      #expect(second.status == 0, "\(second.error)")
      #expect(second.error.split(separator: "\n").count { $0 == "docker: cached" } == 3, "\(second.error)")
    }
  }

  @Test func `from, refresh and max-age run steps anew`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await program("build", "machine.json")
      for step in ["4", "provision-3"] {
        let from = try await program("build", "machine.json", "--from", step, "--explain-cache")
        #expect(from.error.contains("4/6 run 6 inline lines: runs: `--from` asks for it"), "\(from.error)")
        #expect(from.error.contains("docker: cached"), "\(from.error)")
      }
      let absent = try await program("build", "machine.json", "--from", "provision-9")
      #expect(absent.status == 2 && absent.error.contains("no build has a step `provision-9`"))
      let refreshed = try await program("build", "machine.json", "--refresh", "--explain-cache")
      #expect(
        refreshed.error.contains(
          "2/6 run 5 inline lines: runs: `--refresh` asks for what reaches the network"),
        "\(refreshed.error)")
      try change(program, "snapshots: {max-age: 0}\n", of: ".ovenproof.yaml")
      let old = try await program("build", "machine.json", "--explain-cache")
      #expect(old.error.contains("could reach the network"), "\(old.error)")
      #expect(!old.error.contains("docker: cached"))
      // A word in the template itself counts before the configuration.
      let marked = Self.template().replacing(
        "{\n  \"variables\"", with: "{\n  \"_ovenproof\": \"max-age never\", \"variables\"")
      try change(program, marked)
      try await Task.sleep(for: .seconds(1.1))
      let never = try await program("build", "machine.json")
      #expect(never.error.contains("nothing has changed"), "\(never.error)")
      #expect(try await program("build", "machine.json", "--no-cache", "--refresh").status == 2)
    }
  }

  @Test func `snapshots go where they take more room than they may`() async throws {
    try await Program.withBase(Self.files) { program in
      _ = try await program("build", "machine.json")
      let before = try await program("image", "list", "--snapshots")
      #expect(before.output.contains("provision-1"), "\(before.output)")
      try change(program, "snapshots: {size: 1 B}\n", of: ".ovenproof.yaml")
      let built = try await program("build", "machine.json", "--refresh")
      #expect(built.error.contains("that were not used for longest"), "\(built.error)")
      let after = try await program("image", "list", "--snapshots")
      #expect(after.output.split(separator: "\n").count == 1, "\(after.output)")
    }
  }

  @Test func `a state in which a program still runs is not kept, one of which it has ended is`() async throws
  {
    let template = #"""
      {"builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
       "provisioners": [
         {"type": "shell", "inline": ["(sleep 600 >/dev/null 2>&1 </dev/null &)", "sleep 1.1"]},
         {"type": "shell", "inline": ["killall sleep", "sleep 1.1"]}]}
      """#
    try await Program.withBase(["machine.json": template]) { program in
      let built = try await program("build", "machine.json")
      #expect(built.status == 0, "\(built.error)")
      let list = try await program("image", "list", "--snapshots")
      #expect(!list.output.contains("provision-1") && list.output.contains("provision-2"), "\(list.output)")
    }
  }

  @Test func `where people watch, a last line tells what runs`() async throws {
    let files = ["machine.json": Self.template(third: "sleep 2"), "up.txt": ""]
    try await Program.withBase(files) { program in
      let answer = try await Command(
        ["script", "-qec", "\(Program.path) build machine.json", "/dev/null"],
        environment: .inherited(adding: ["OVENPROOF_HOME": program.folder + "/.home"]),
        workingDirectory: program.folder, deadline: 60
      ).output()
      let text = String(decoding: answer.output, as: UTF8.self)
      #expect(text.contains("\r\u{1B}[K") && text.contains("docker 5/6 run an inline line, 1 s"), "\(text)")
    }
  }

  @Test func `a log of each build holds what was said`() async throws {
    try await Program.withBase(["machine.json": Self.template(third: "echo before; exit 7"), "up.txt": ""]) {
      program in
      let answer = try await program("build", "machine.json", "--quiet")
      #expect(answer.status == 1)
      let path = program.folder + "/.home/cache/logs/machine-docker.log"
      #expect(answer.error.contains("all that it said: \(path)"), "\(answer.error)")
      let log = String(decoding: try Disk(workingDirectory: "/").read(path, limit: 1 << 20), as: UTF8.self)
      #expect(log.contains("5/6 run an inline line\n") && log.contains("| before\n"), "\(log)")
    }
  }
}
