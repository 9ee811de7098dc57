import Glibc
import Host
import Support
import Testing

@Suite struct StructureTestCommandTests {
  private static let files = [
    "root/etc/passwd": "root:x:0:0:root:/root:/bin/sh\n",
    "cst.yaml": "schemaVersion: 2.0.0\nfileExistenceTests: [{name: there, path: /etc/passwd}]\n",
    "bad.yaml": "schemaVersion: 2.0.0\nfileExistenceTests: [{name: gone, path: /etc/shadow}]\n",
  ]

  @Test func `The program is container-structure-test under that name`() async throws {
    try await Program.with(Self.files) { program in
      let link = program.folder + "/container-structure-test"
      try #require(symlink(Program.path, link) == 0)
      var program = program
      program.executable = link
      let good = try await program("test", "--image", "dir:root", "--config=cst.yaml", "-o", "json")
      #expect(good.status == 0, "\(good.error)")
      #expect(good.output.hasPrefix(#"{"Pass":1,"Fail":0,"Total":1,"#), "\(good.output)")
      let bad = try await program("test", "-i", "dir:root", "-c", "cst.yaml", "-cbad.yaml", "-qojson")
      #expect(bad.status == 1 && bad.output.isEmpty, "\(bad.output)")
      let version = try await program("version")
      #expect(version.output.contains("container-structure-test 1.19.1"))
      // Nothing is judged, and nothing is well.
      for words in [
        ["-q", "test", "-i", "dir:root", "-c", "cst.yaml"], ["--nope", "test"], ["--version"],
        ["-v", "nope", "version"],
      ] {
        let answer = try await program.run(words)
        #expect(answer.status == 1 && answer.output.isEmpty, "\(words): \(answer.output)\(answer.error)")
      }
      let word = try await program("lint")
      #expect(word.status == 1)
      #expect(word.error.contains("unknown command `lint`"), "\(word.error)")
    }
  }

  @Test func `Licences end where there are no documents`() async throws {
    let spec = "schemaVersion: 2.0.0\nlicenseTests: [{debian: true, files: [/etc/passwd, /nope]}]\n"
    try await Program.with(Self.files.merging(["cst.yaml": spec]) { $1 }) { program in
      let answer = try await program(
        "container-structure-test", "test", "-i", "dir:root", "-c", "cst.yaml", "-o", "json", "-d", "tar")
      #expect(answer.status == 1)
      let error = "Error reading directory: open /tmp/extracttar0/usr/share/doc: no such file or directory"
      #expect(answer.output.contains(#""Errors":["\#(error)"],"#), "\(answer.output)")
    }
  }

  /// What a program leaves behind may hold its terminal and write to it for ever.
  @Test(.enabled(if: Program.canBake))
  func `A test ends with its program, whoever still writes to the terminal`()
    async throws
  {
    let spec = """
      schemaVersion: 2.0.0
      containerRunOptions: {allocateTty: true, user: root}
      commandTests: [{name: noisy, command: sh, args: [-c, 'trap "" HUP; yes & sleep 1']}]

      """
    try await Program.withBase(["cst.yaml": spec]) { program in
      var program = program
      program.deadline = 60
      let answer = try await program(
        "container-structure-test", "test", "-i", "tiny:1", "-c", "cst.yaml", "--compat", "mended")
      #expect(
        answer.output.contains("=== RUN: Command Test: noisy\n--- PASS"), "\(answer.output.suffix(2000))")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(try await program.leftovers().isEmpty)
    }
  }

  /// Neither by the image at rest nor by the codes that shells have for them.
  @Test(.enabled(if: Program.canBake))
  func `Programs that are not started are told from those that end with a shell's code`() async throws {
    let spec = """
      schemaVersion: 2.0.0
      commandTests:
      - {name: absent, command: nosuch, exitCode: 127}
      - {name: gone, setup: [[rm, /etc/passwd]], command: /etc/passwd, exitCode: 127}
      - {name: closed, setup: [[sh, -c, 'cp /bin/busybox /x; chmod 600 /x']], command: /x, exitCode: 126}
      - {name: setup gone, setup: [[/x]], command: "true"}
      - {name: no format, setup: [[sh, -c, 'echo true >/x; chmod 700 /x']], command: /x}
      - {name: made, setup: [[sh, -c, 'printf "#!/bin/sh\\nexit 127" >/x; chmod 700 /x']], command: /x, exitCode: 127}
      - {name: no interpreter, setup: [[sh, -c, 'echo "#!/nope" >/x; chmod 700 /x']], command: /x, exitCode: 1}

      """
    let verdicts = [
      ("strict", ["FAIL", "FAIL", "FAIL", "FAIL", "FAIL", "PASS", "PASS"]),
      ("mended", ["FAIL", "FAIL", "FAIL", "FAIL", "FAIL", "PASS", "FAIL"]),
    ]
    try await Program.withBase(["cst.yaml": spec]) { program in
      for (compatibility, wanted) in verdicts {
        let answer = try await program(
          "container-structure-test", "test", "-i", "tiny:1", "-c", "cst.yaml", "--compat", compatibility)
        let found = answer.output.split(separator: "\n").filter { $0.hasPrefix("--- ") }.map {
          String($0.dropFirst(4))
        }
        #expect(found == wanted, "\(compatibility): \(answer.output)\(answer.error)")
        #expect(answer.error.contains("cst/unstarted-program"), "\(answer.error)")
      }
      #expect(try await program.leftovers().isEmpty)
    }
  }

  /// As images of a single program are, where nothing idles that commands could be run beside.
  @Test(.enabled(if: Program.canBake))
  func `Commands are run in images without a shell, each as the program of a container`()
    async throws
  {
    let tests = """
      schemaVersion: 2.0.0
      commandTests:
      - {name: says, command: /busybox, args: [echo, hello], expectedOutput: [hello]}
      - {name: fails, command: /busybox, args: [cat, /nope], exitCode: 1, expectedError: [No such file]}
      - {name: alone, command: /busybox, args: [ls, /made], exitCode: 1}

      """
    let spec = """
      commands:
        sleeps: {exec: [/busybox, sleep, "30"], timeout: 500ms, exit-status: 0}
        says: {exec: [/busybox, echo, hello], stdout: [hello]}

      """
    try await Program.with(["cst.yaml": tests, "prepared.yaml": Self.prepared, "a.spec.yaml": spec]) {
      program in
      try await Self.archiveBusybox(in: program.folder)
      try #require(try await program("image", "import", "root.tar", "--as", "bare:1").status == 0)
      let answer = try await program("container-structure-test", "test", "-i", "bare:1", "-c", "cst.yaml")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      // The native engine looks into containers that run alone.
      let lost = try await program("verify", "bare:1", "--spec", "prepared.yaml")
      #expect(lost.status == 3 && lost.output.contains("cannot be kept"), "\(lost.output)\(lost.error)")
      let own = try await program("verify", "bare:1", "--spec", "a.spec.yaml")
      #expect(own.status == 1 && own.output.contains("2 of 3 assertions passed"), "\(own.output)\(own.error)")
      #expect(own.output.contains("did not end within 500 ms"), "\(own.output)")
      #expect(try await program.leftovers().isEmpty)
      #expect(try await program("image", "list").output.split(separator: "\n").count == 2)
    }
  }

  @Test(
    .enabled(
      if: Machine.runs(
        .engines, needing: "docker and dockerd (setups in images without a shell)",
        isThere: DockerDaemon.isThere)))
  func `docker keeps for a test what its setup leaves in an image without a shell`() async throws {
    try await Program.with(["prepared.yaml": Self.prepared]) { program in
      try await Self.archiveBusybox(in: program.folder)
      try await DockerDaemon.with { host in
        var program = program
        program.environment["DOCKER_HOST"] = host
        try await DockerDaemon.run(["import", program.folder + "/root.tar", "bare:1"], at: host)
        let answer = try await program(
          "container-structure-test", "test", "-i", "bare:1", "-c", "prepared.yaml")
        #expect(
          answer.status == 0 && answer.output.contains("Passes:      1"), "\(answer.output)\(answer.error)")
        #expect(
          try await DockerDaemon.run(["images", "--quiet", "--all"], at: host).split(separator: "\n").count
            == 1)
        #expect(try await DockerDaemon.run(["ps", "--quiet", "--all"], at: host).isEmpty)
      }
    }
  }

  private static let prepared = """
    schemaVersion: 2.0.0
    commandTests:
    - {name: prepared, setup: [[/busybox, touch, /made]], command: /busybox, args: [ls, /made], expectedOutput: [/made]}

    """

  /// Makes `root.tar` of busybox alone.
  private static func archiveBusybox(in folder: String) async throws {
    let base = try await Script.run("base-image", ["tiny"])
    let script = """
      mkdir root && tar -xOf "$1" ./bin/busybox >root/busybox && chmod +x root/busybox && tar -cf root.tar -C root .
      """
    let made = try await Command(["sh", "-c", script, "sh", base], workingDirectory: folder).output()
    try #require(made.termination.succeeded, "\(String(decoding: made.error, as: UTF8.self))")
  }
}
