import DataSyntax
import Host
import Support
import Testing

/// Scripts and commands of specs in real containers.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct ScriptCommandTests {
  private static let engines = ["native:runc", "native:namespaces"]

  @Test(arguments: engines) func `a script runs in any interpreter of the image`(engine: String) async throws
  {
    let spec = #"""
      commands:
        several lines:
          script: |
            cd /tmp
            for word in one two; do
              printf '%s\n' "$word's"
            done
            exit 3
          exit-status: 3
          stdout: ["/^one's$/", "/^two's$/"]
        the first line decides:
          script: |
            #!/bin/busybox awk -f
            BEGIN { print 6 * 7 }
          interpreter: [awk, -f, /dev/stdin]
          stdout: {equal: "42\n"}
        sed reads it: {script: "s/x/y/", interpreter: [sed, -f, /dev/stdin, /etc/passwd], stdout: [root]}
        env finds it: {script: "#!/bin/busybox env sh\necho $0 $GREETING", env: {GREETING: hello}, stdout: [hello]}
        another user: {script: "id -u; pwd", user: "65534", workdir: /tmp, stdout: {equal: "65534\n/tmp\n"}}
        a fault in it: {script: "echo before\n)\n", exit-status: {not: 0}, stdout: [before], stderr: ["/syntax error/"]}

      """#
    let long = String(repeating: "# a line that says nothing\n", count: 20_000)
    let quoted = String(decoding: JSONText.string(long + "echo done").compact, as: UTF8.self)
    let files = [
      "a.spec.yaml": spec,
      "long.spec.json":
        #"{"commands": {"long": {"script": \#(quoted), "stdout": ["done"]}}}"#,
    ]
    try await Program.withBase(files) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--engine", engine)
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      let long = try await program("verify", "tiny:1", "--spec", "long.spec.json", "--engine", engine)
      #expect(long.status == 0, "\(long.output)\(long.error)")
    }
  }

  @Test(arguments: engines) func `what takes too long ends with all that it has started`(engine: String)
    async throws
  {
    let spec = #"""
      commands:
        starts a tree:
          script: |
            sleep 3001 &
            (trap '' TERM HUP INT; sleep 3002; sleep 3003) &
            setsid sh -c 'trap "" TERM; sleep 3004' >/dev/null 2>&1 </dev/null &
            (setsid sleep 3005 &)
            echo started
            wait
          timeout: 700ms
        sees it go:
          script: |
            until ps | grep -q '[s]leep 3005'; do sleep 0.02; done
            n=0
            while ps | grep '[s]leep 300[1-5]'; do
              n=$((n + 1)); [ $n -lt 100 ] || exit 1
              sleep 0.1
            done
          timeout: 30s

      """#
    try await Program.withBase(["a.spec.yaml": spec]) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--engine", engine)
      #expect(answer.status == 1, "\(answer.output)\(answer.error)")
      #expect(
        answer.output.contains("the command did not end within 700 ms and was killed"), "\(answer.output)")
      #expect(answer.output.contains("1 of 2 assertions passed"), "\(answer.output)")
      #expect(try await program.leftovers() == "")
    }
  }

  @Test(arguments: engines) func `a missing interpreter is told of`(engine: String) async throws {
    let spec = """
      commands:
        by name: {script: "print(1)", interpreter: python3}
        by path: {script: "#!/opt/none/python3 -B\\nprint(1)"}
        a folder: {script: "x", interpreter: /etc}
        a file: {script: "x", interpreter: /etc/passwd}

      """
    try await Program.withBase(["a.spec.yaml": spec]) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml", "--engine", engine)
      #expect(answer.status == 1, "\(answer.output)\(answer.error)")
      for words in [
        "the image has no program `python3`", "the image has no program `/opt/none/python3`",
        "`/etc` cannot be executed", "`/etc/passwd` cannot be executed",
      ] { #expect(answer.output.contains(words), "\(words): \(answer.output)") }
    }
  }

  @Test func `a command finds what the one before has made`() async throws {
    let spec = """
      commands:
        test -e /made: {requires: commands:make}
        make: {script: "sleep 0.3; touch /made"}
        test -e /never: {requires: commands:false}
        "false": {}
        alone: {script: "test ! -e /made", isolation: pristine, requires: "commands:test -e /made"}

      """
    try await Program.withBase(["a.spec.yaml": spec]) { program in
      let answer = try await program("verify", "tiny:1", "--spec", "a.spec.yaml")
      #expect(answer.status == 1, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains("3 of 5 assertions passed"), "\(answer.output)")
      #expect(
        answer.output.contains("not judged: it requires `commands:false`, which is not as expected"),
        "\(answer.output)")
    }
  }
}
