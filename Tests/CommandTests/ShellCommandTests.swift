import Host
import Support
import Testing

/// `shell`, and what `build --keep` keeps for it.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct ShellCommandTests {
  private static let template = #"""
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
      "provisioners": [
        {"type": "shell", "inline": ["sleep 1.1", "echo kept >/kept", "echo app:x:7:7::/:/bin/sh >>/etc/passwd"]},
        {"type": "shell", "inline": ["echo half >/half", "exit 3"]}
      ]
    }
    """#

  @Test func `a command runs in an image, with its input, and its code is ours`() async throws {
    try await Program.withBase([:]) { program in
      let answer = try await program("shell", "tiny:1", "sh", "-c", "cat; id -u; exit 7", input: "typed\n")
      #expect(answer.status == 7, "\(answer.error)")
      #expect(answer.output == "typed\n0\n")
      let absent = try await program("shell", "tiny:1", "absent-program")
      #expect(absent.status == 127 && absent.error == "exec: `absent-program`: No such file or directory\n")
      let unfit = try await program("shell", "tiny:1", "/etc/passwd")
      #expect(unfit.status == 126 && unfit.error == "exec: `/etc/passwd`: Permission denied\n")
      let gone = try await program("shell", "tiny:1", "sh", "-c", "kill -9 $$")
      #expect(gone.status == 137, "\(gone.error)")
      #expect(try await program("shell", "absent:1").status == 2)
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `options of ours stand before the command, on either side of the image`() async throws {
    try await Program.withBase([:]) { program in
      for words in [
        ["--user", "5", "tiny:1"], ["tiny:1", "--user", "5"], ["tiny:1", "--user=5", "--"],
      ] {
        let answer = try await program.run(
          ["shell"] + words + ["sh", "-c", "id -u; echo $0 $1", "--user", "x"])
        #expect(answer.output == "5\n--user x\n", "\(words): \(answer.error)")
      }
      let unknown = try await program("shell", "tiny:1", "--group", "5", "id")
      #expect(unknown.status == 2 && unknown.error.contains("`shell` has no option `--group`"))
      let help = try await program("shell", "tiny:1", "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: ovenproof shell [--user <user>] <image>"), "\(help.output)")
    }
  }

  @Test func `a kept state and a snapshot can be entered`() async throws {
    try await Program.withBase(["machine.json": Self.template]) { program in
      let failed = try await program("build", "machine.json", "--keep")
      #expect(failed.status == 1)
      #expect(
        failed.error.contains("`ovenproof shell localhost/kept/machine:docker` enters it"), "\(failed.error)")
      let kept = try await program("shell", "localhost/kept/machine:docker", "cat", "/kept", "/half")
      #expect(kept.output == "kept\nhalf\n", "\(kept.error)")
      let list = try await program("image", "list", "--snapshots")
      let key = try #require(list.output.split(separator: "\n").last?.split(separator: " ").first)
      let snapshot = try await program(
        "shell", "--user", "app", String(key), "sh", "-c", "id -u; cat /kept; ls /half")
      #expect(snapshot.output == "7\nkept\n", "\(list.output)\(snapshot.error)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `on a terminal the program has one of its own`() async throws {
    try await Program.withBase([:]) { program in
      // script(1) gives the program a terminal, and types for it.
      let line =
        "\(Program.path) shell tiny:1 sh -c 'test -t 0 && test -t 1 && tty; sleep 1; stty size; exit 5'"
      let answer = try await Command(
        ["script", "-qec", "stty rows 33 cols 99; " + line, "/dev/null"],
        environment: .inherited(adding: ["OVENPROOF_HOME": program.folder + "/.home"]),
        workingDirectory: program.folder, deadline: 60
      ).output()
      let text = String(decoding: answer.output, as: UTF8.self)
      #expect(answer.termination == .exited(5), "\(text)")
      #expect(text.contains("/dev/pts/") && text.contains("33 99"), "\(text)")
      let absent = try await Command(
        ["script", "-qec", "\(Program.path) shell tiny:1 absent-program", "/dev/null"],
        environment: .inherited(adding: ["OVENPROOF_HOME": program.folder + "/.home"]), deadline: 60
      ).output()
      #expect(absent.termination == .exited(127))
      let told = String(decoding: absent.output, as: UTF8.self)
      // script(1) may echo the end of its own input before it.
      #expect(told.replacing("^@", with: "") == "exec: `absent-program`: No such file or directory\r\n")
    }
  }

  private static let canUseDocker = Machine.runs(
    .engines, needing: "docker and dockerd (images of docker by the command line)",
    isThere: DockerDaemon.isThere)

  @Test(.enabled(if: canUseDocker)) func `an image of docker is entered and compared where it is`()
    async throws
  {
    try await Program.withBase(["machine.json": Program.template]) { plain in
      try await DockerDaemon.with { host in
        var program = plain
        program.environment["DOCKER_HOST"] = host
        let tar = try await Script.run("base-image", ["tiny"])
        try await DockerDaemon.run(["import", tar, "tiny:2"], at: host)
        let answer = try await program(
          "shell", "docker-daemon:tiny:2", "sh", "-c", "cat; exit 9", input: "in\n")
        #expect(answer.status == 9 && answer.output == "in\n", "\(answer.error)")
        let same = try await program("image", "diff", "docker-daemon:tiny:2", "store:tiny:1")
        #expect(same.output.contains("0 added, 0 removed, 0 changed"), "\(same.output)\(same.error)")
        try await Self.expectCleaning(of: program)
        let built = try await program("build", "machine.json", "--engine", "docker", "--explain-cache")
        #expect(built.error.contains("the engine `docker` keeps no snapshots") || built.status == 1)
      }
    }
  }

  /// What a killed build leaves with docker goes by `clean`, although that opens the native engine first.
  private static func expectCleaning(of program: Program) async throws {
    let template = """
      {"builders": [{"type": "docker", "image": "tiny:2", "pull": false, "discard": true}],
       "provisioners": [{"type": "shell", "inline": ["echo ready", "sleep 600"]}]}
      """
    try HostFile.write(Array(template.utf8), to: program.folder + "/killed.json")
    let script = """
      "$0" build killed.json --engine docker </dev/null >out 2>&1 & pid=$!
      until grep -q ready out; do kill -0 $pid || { cat out >&2; exit 1; }; sleep 0.1; done; kill -9 $pid; wait $pid; exit 0
      """
    let killed = try await Command(
      ["sh", "-c", script, Program.path],
      environment: .inherited(
        adding: program.environment.merging(["OVENPROOF_HOME": program.folder + "/.home"]) { first, _ in first
        }),
      workingDirectory: program.folder, deadline: 120
    ).output()
    #expect(killed.termination == .exited(0), "\(String(decoding: killed.error, as: UTF8.self))")
    let cleaned = try await program("clean")
    #expect(
      cleaned.output.contains("removed docker container ovenproof-"), "\(cleaned.output)\(cleaned.error)")
    let again = try await program("clean")
    #expect(again.output == "nothing was left behind\n")
  }

  @Test(arguments: ["TERM", "HUP", "KILL"])
  func `nothing is left behind, however it ends`(_ signal: String) async throws {
    try await Program.withBase([:]) { try await Self.expectNothing(of: $0, after: signal) }
  }

  /// A killed process is gone before all that it held is let go.
  @Test func `nothing is left behind where the lock outlives its owner`() async throws {
    try await Program.withBase([:]) { program in
      try await Self.expectNothing(
        of: program, after: "KILL",
        preparedBy: #"for i in 1 2 3 4 5 6 7 8; do flock "$locks"/* sleep 0.2 & done; sleep 0.5"#)
    }
  }

  /// Ends a shell that runs a program by a signal; its container has to go by itself.
  private static func expectNothing(
    of program: Program, after signal: String, preparedBy line: String = ":"
  ) async throws {
    let locks = program.folder + "/.home/cache/native/locks"
    let script = """
      "$0" shell tiny:1 sh -c 'echo ready; exec sleep 600' </dev/null >"$1/out" 2>&1 & pid=$! locks=$2
      until grep -q ready "$1/out"; do kill -0 $pid || exit 1; sleep 0.1; done
      \(line); kill -\(signal) $pid; wait $pid; exit 0
      """
    let ended = try await Command(
      ["sh", "-c", script, Program.path, program.folder, locks],
      environment: .inherited(adding: ["OVENPROOF_HOME": program.folder + "/.home"]),
      workingDirectory: program.folder, deadline: 120
    ).output()
    #expect(ended.termination == .exited(0), "\(String(decoding: ended.error, as: UTF8.self))")
    // Long enough for any machine: who waits no longer than this does not wait for ever.
    for _ in 0..<600 {
      if try await program.leftovers() == "", try Disk(workingDirectory: "/").list(locks) == [] { break }
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(try await program.leftovers() == "")
    #expect(try await program("clean").output == "nothing was left behind\n")
  }
}
