import Host
import Support
import Testing

/// dgoss's command line, and goss's on a running image.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct DGossCommandTests {
  private static let server =
    "sleep 0.4; mkdir /www; echo hi >/www/index.html; echo up; echo $A >/a; httpd -f -p 8080 -h /www"

  private static let files = [
    "goss.yaml": """
    port: {"tcp6:8080": {listening: true, ip: ["::"]}, "tcp:9": {listening: false}}
    process: {httpd: {running: true}}
    http: {"http://localhost:8080": {status: 200, body: [hi], headers: ["Content-Type: text/html"]}}
    addr: {"tcp://127.0.0.1:8080": {reachable: true}}
    dns: {localhost: {resolvable: true, addrs: [127.0.0.1]}}
    interface: {lo: {exists: true, mtu: 65536}}
    mount: {/proc: {exists: true, filesystem: proc}}
    kernel-param: {kernel.ostype: {value: Linux}}
    command: {"wget -q -O - http://localhost:8080": {exit-status: 0, stdout: [hi]}}
    file: {/a: {exists: true, contents: ["{{.Env.A}}"]}}

    """,
    "wait/goss.yaml": "port: {\"tcp6:8080\": {listening: true}}\n",
    "wait/goss_wait.yaml": "port: {\"tcp6:8080\": {listening: true}}\n",
    "never/goss.yaml": "file: {/a: {exists: true}}\n",
    "never/goss_wait.yaml": "file: {/never: {exists: true}}\n",
  ]

  private func run(
    _ program: Program, _ environment: [String: String] = [:], _ words: String...
  ) async throws -> Program.Answer {
    var program = program
    program.environment = environment
    return try await program.run(["dgoss", "run"] + words)
  }

  @Test func `a container is started as docker would, and judged`() async throws {
    try await Program.withBase(Self.files) { program in
      let answer = try await run(
        program, ["GOSS_SLEEP": "1"], "--rm", "-ie", "A=b", "-p80:8080", "--shm-size=1m", "--name", "x",
        "tiny:1", "sh", "-c", Self.server)
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains("Failed: 0"), "\(answer.output)")
      #expect(answer.error.contains("`--shm-size` is not taken over"), "\(answer.error)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `goss_wait is waited for, and logs are kept`() async throws {
    try await Program.withBase(Self.files) { program in
      let answer = try await run(
        program,
        [
          "GOSS_FILES_PATH": "wait", "GOSS_WAIT_OPTS": "-r 20s -s 100ms > /dev/null", "GOSS_OPTS": "-f tap",
          "CONTAINER_LOG_OUTPUT": "log",
        ],
        "--entrypoint", "sh", "tiny:1", "-c", Self.server)
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.output == "1..1\nok 1 - Port: tcp6:8080: listening: matches expectation: true\n")
      let log = try Disk(workingDirectory: program.folder).read("log", limit: 1 << 16)
      #expect(String(decoding: log, as: UTF8.self) == "up\n")
      let never = try await run(
        program, ["GOSS_FILES_PATH": "never", "GOSS_WAIT_OPTS": "-r 500ms -s 100ms"], "tiny:1", "sh", "-c",
        Self.server)
      #expect(never.status == 1)
      #expect(never.error.contains("goss_wait.yaml has not passed"), "\(never.error)")
      #expect(never.output.contains("timeout of 500ms reached"), "\(never.output)")
    }
  }

  @Test func `a failure is goss's, and a container that ends fails`() async throws {
    try await Program.withBase(Self.files) { program in
      let failed = try await run(
        program, ["GOSS_FILES_PATH": "never", "GOSS_WAIT_OPTS": "-r 1ms -s 1ms"], "tiny:1", "true")
      #expect(failed.status == 1)
      let ended = try await run(
        program, ["GOSS_FILES_PATH": "x", "GOSS_OPTS": ""], "tiny:1", "sh", "-c", "echo bye; exit 3")
      #expect(ended.status == 1)
      #expect(ended.error.contains("bye\n"), "\(ended.error)")
      #expect(ended.error.contains("the container does not run"), "\(ended.error)")
      let absent = try await run(program, ["GOSS_FILES_PATH": "x"], "tiny:1", "sleep", "60")
      #expect(absent.status == 78, "\(absent.output)\(absent.error)")
    }
  }

  @Test(arguments: [
    (["edit", "tiny:1"], "`dgoss edit` is not taken over"), (["run"], "no image is named"),
    (["run", "--gpus", "all", "tiny:1"], "docker's option `--gpus` is not taken over"),
    (["run", "-v", "named:/x", "tiny:1"], "names no folder of this machine"),
    (["stop"], "dgoss has no command `stop`"),
  ])
  func `what is not taken over is refused`(words: [String], message: String) async throws {
    try await Program.with { program in
      let answer = try await program.run(["dgoss"] + words)
      #expect(answer.status == 1)
      #expect(answer.error.contains(message), "\(answer.error)")
    }
  }

  @Test func `goss itself may start the image, and waits on it`() async throws {
    let files = ["goss.yaml": "file: {/etc/passwd: {exists: true}}\nprocess: {sh: {running: false}}\n"]
    try await Program.withBase(files) { program in
      let answer = try await program(
        "goss", "--image", "tiny:1", "--run", "-g", "goss.yaml", "validate", "-f", "tap")
      // The image names no program.
      #expect(answer.status == 3, "\(answer.output)")
      #expect(answer.error.contains("names no program to start"), "\(answer.error)")
    }
  }

  /// goss 0.4.9 printed this in a container whose process was `sleep infinity`.
  @Test func `what goss has printed of a running container is printed byte for byte`() async throws {
    let recorded = Repository.fixture("goss/experiments/15-runtime-only")
    let expected = try Disk(workingDirectory: recorded).read("expected.stdout", limit: 1 << 16)
    try await Program.withBase([:]) { program in
      let answer = try await run(
        program, ["GOSS_FILES_PATH": recorded, "GOSS_OPTS": "-f documentation -o sort"], "tiny:1", "sleep",
        "infinity")
      #expect(answer.status == 1, "\(answer.error)")
      let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("Total Duration: ") ? "Total Duration: D.DDDs" : String(line)
      }
      #expect(lines.joined(separator: "\n") == String(decoding: expected, as: UTF8.self))
    }
  }
}
