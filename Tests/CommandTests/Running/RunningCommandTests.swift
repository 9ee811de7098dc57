import Host
import Support
import Testing

/// Specs about an image as it runs, by the command line.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct RunningCommandTests {
  /// A server that takes a moment to be ready, and ends with 7 when it is asked to.
  private static let server = #"""
    run:
      entrypoint: [/bin/sh, -c]
      command:
        - |
          mkdir -p /www; echo "hello $GREETED" >/www/index.html; echo starting
          sleep 0.5; httpd -p 8080 -h /www; echo 'listening on 8080'; echo careful >&2
          trap 'exit 7' TERM; while :; do sleep 0.1; done
      env: {GREETED: world}
      ready: {port: 8080, log: /listening/, http: "http://localhost:8080/", command: test -d /www, within: 20s}

    """#

  private static func spec(_ rest: String) -> [String: String] { ["a.spec.yaml": server + rest] }

  @Test(arguments: ["native:runc", "native:namespaces"])
  func `an image is judged as it runs`(engine: String) async throws {
    let spec = Self.spec(
      """
      main-process: {running: true, user: root, stop-status: 7}
      logs: {stdout: [starting, "/^listening on \\\\d+$/"], stderr: [careful, "!error"]}
      ports: {tcp:8080: {listening: true, ip: ["/./"]}, udp:53: {listening: false}}
      processes: {httpd: {count: 1, user: root, arguments: ["-p 8080"]}, nginx: {running: false}}
      http:
        http://localhost:8080/: {headers: ["Content-Type: text/html"], body: [hello world]}
        http://127.0.0.1:8080/none: {status: 404}
      dns: {localhost: {resolvable: true, addresses: [127.0.0.1]}}
      addresses: {"tcp://localhost:8080": {reachable: true}, "127.0.0.1:1": {reachable: false}}
      mounts: {/proc: {filesystem: proc, source: proc, options: [nosuid]}, /nowhere: {exists: false}}
      interfaces: {lo: {addresses: [127.0.0.1/8], mtu: 65536}, eth0: {exists: false}}
      kernel-parameters: {kernel.ostype: {value: Linux}, nosuch.parameter: {exists: false}}
      commands:
        wget -q -O - http://localhost:8080/: {isolation: running, stdout: [hello world]}
        cat /proc/self/status: {stdout: ["/NoNewPrivs:.1/"]}
        touch /made: {isolation: pristine}
        test ! -e /made: {isolation: pristine}

      """.replacingIPs)
    try await Program.withBase(spec) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--engine", engine)
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `what is not so is told, with what the program said last`() async throws {
    let spec = Self.spec(
      """
      ports: {tcp:9090: {listening: true, eventually: 100ms}}
      processes: {httpdd: {running: true, eventually: 100ms}}
      http: {"http://localhost:8080/none": {status: 200}, "http://localhost:9090/": {timeout: 1s}}
      logs: {stdout: [lisening]}

      """)
    try await Program.withBase(spec) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml")
      #expect(answer.status == 1, "\(answer.error)")
      for words in [
        "nothing listens on tcp:9090", "listened on are", "running is `httpd`",
        "no connection to 127.0.0.1:9090",
        "last lines of its standard output", "listening on 8080",
      ] { #expect(answer.output.contains(words), "\(words): \(answer.output)") }
    }
  }

  @Test func `what never becomes ready blocks the rest`() async throws {
    let spec = """
      run: {entrypoint: [sh, -c, "echo doing; sleep 60"], ready: {port: 8080, within: 400ms}}
      ports: {tcp:8080: {listening: true}}

      """
    try await Program.withBase(["a.spec.yaml": spec]) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml")
      #expect(answer.status == 1, "\(answer.error)")
      #expect(
        answer.output.contains("it was not ready within 400 ms: nothing listens on tcp:8080"),
        "\(answer.output)")
      #expect(answer.output.contains("1 | doing"), "\(answer.output)")
      #expect(answer.output.contains("not judged: the container was not ready"), "\(answer.output)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `a program that ends is told from one that cannot be started`() async throws {
    let files = [
      "ends.spec.yaml": """
      run: {entrypoint: [sh, -c, "echo bye >&2; exit 3"]}
      main-process: {running: false, exit-status: 3}
      logs: {stderr: [bye]}

      """,
      "early.spec.yaml":
        "run: {entrypoint: [sh, -c, \"exit 3\"], ready: {port: 1}}\nmain-process: {running: true}\n",
      "absent.spec.yaml": "run: {entrypoint: [/absent]}\nmain-process: {running: true}\n",
    ]
    try await Program.withBase(files) { program in
      let ends = try await program("verify", "tiny:1", "--spec", "ends.spec.yaml")
      #expect(ends.status == 0, "\(ends.output)\(ends.error)")
      let early = try await program("verify", "tiny:1", "--spec", "early.spec.yaml")
      #expect(early.status == 1)
      #expect(early.output.contains("it ended with 3 before it was ready"), "\(early.output)")
      for engine in ["native:runc", "native:namespaces"] {
        let absent = try await program("verify", "tiny:1", "--spec", "absent.spec.yaml", "--engine", engine)
        #expect(absent.status == 1, "\(absent.output)\(absent.error)")
        #expect(absent.output.contains("cannot be started"), "\(absent.output)")
      }
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `nothing of the image runs where that is not wanted`() async throws {
    let files = [
      "a.spec.yaml": "ports: {tcp:1: {listening: false}}\ncommands: {\"true\": {}}\n",
      "goss.yaml": "port: {\"tcp:1\": {listening: false}}\n",
    ]
    try await Program.withBase(files) { program in
      let own = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--no-run")
      #expect(own.status == 3)
      #expect(own.output.contains("cannot tell: `--no-run` lets nothing of the image run"), "\(own.output)")
      let goss = try await program("verify", "tiny:1", "--spec", "goss.yaml")
      #expect(goss.status == 3)
      #expect(goss.output.contains("`--run` starts it"), "\(goss.output)")
    }
  }

  @Test(arguments: [
    ("run: {ready: {prot: 8080}}", "did you mean `port`?"),
    ("run: {netwrok: host}", "did you mean `network`?"),
    ("run: {network: bridge}", "write one of loopback, host"),
    ("run: {stop-signal: TREM}", "`TREM` is no signal"),
    ("ports: {tcp:99999: {listening: true}}", "`tcp:99999` is no port"),
    ("http: {localhost: {status: 200}}", "`localhost` is no address of a page"),
    ("addresses: {localhost: {reachable: true}}", "`localhost` is no address"),
    ("mounts: {proc: {exists: true}}", "a path begins with `/`"),
    ("main-process: {runing: true}", "did you mean `running`?"),
    ("run: {ready: {log: /(/}}", "no expression of RE2"),
    ("commands: {a: {isolation: alone}}", "write one of shared, pristine, running"),
  ])
  func `faults are told at their place`(spec: String, words: String) async throws {
    try await Program.with(["a.spec.yaml": spec + "\n", "root/etc/hostname": "a\n"]) { program in
      let answer = try await program("verify", "dir:root", "--spec", "a.spec.yaml")
      #expect(answer.status == 1)
      #expect(answer.error.contains(words), "\(answer.error)")
      #expect(answer.error.contains("a.spec.yaml:1:"), "\(answer.error)")
    }
  }

  @Test func `a killed run leaves nothing that runs`() async throws {
    let spec =
      "run: {entrypoint: [sh, -c, \"sleep 333\"], ready: {port: 1, within: 60s}}\nports: {tcp:1: {}}\n"
    try await Program.withBase(["a.spec.yaml": spec.replacing("{}", with: "{listening: true}")]) { program in
      var killed = program
      killed.wrapper = ["timeout", "-s", "KILL", "3"]
      _ = try? await killed("verify", "tiny:1", "--spec", "a.spec.yaml")
      // Who stays behind the container sees that its owner is gone within a second.
      for _ in 0..<50 where try await !program.leftovers().isEmpty {
        try await Task.sleep(for: .milliseconds(200))
      }
      #expect(try await program.leftovers() == "")
    }
  }
}

extension String {
  /// The text with a list that holds for any address.
  fileprivate var replacingIPs: String { replacing("[\"/./\"]", with: "{have-len: 1}") }
}
