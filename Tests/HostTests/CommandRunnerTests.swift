import Host
import Testing

@Suite struct CommandRunnerTests {
  @Test func outputAndErrorArriveApart() async throws {
    let result = try await Command(["/bin/sh", "-c", "echo out; echo err >&2; exit 3"]).output()
    #expect(result.termination == .exited(3))
    #expect(result.output == Array("out\n".utf8))
    #expect(result.error == Array("err\n".utf8))
  }

  @Test func inputBytesReachTheProgram() async throws {
    var command = Command(["cat"])
    command.input = .bytes([UInt8](repeating: 0x61, count: 300_000))
    #expect(try await command.output().output.count == 300_000)
  }

  @Test func aProgramThatReadsNoInputDoesNotHang() async throws {
    var command = Command(["true"])
    command.input = .bytes([UInt8](repeating: 0x61, count: 300_000))
    command.deadline = 120
    #expect(try await command.output().termination == .exited(0))
  }

  @Test func aSignalIsToldApartFromACode() async throws {
    #expect(try await Command(["/bin/sh", "-c", "kill -9 $$"]).output().termination == .signalled(9))
  }

  @Test func aChildInTheBackgroundDoesNotDelayTheReturn() async throws {
    var command = Command(["/bin/sh", "-c", "sleep 300 & echo done; exit 4"])
    command.deadline = 120
    let result = try await command.output()
    #expect(result.termination == .exited(4))
    #expect(result.output == Array("done\n".utf8))
  }

  @Test func theDeadlineEndsTheProgramAndItsChildren() async throws {
    var command = Command(["/bin/sh", "-c", "sleep 987 & wait"])
    command.deadline = 0.3
    await #expect(throws: HostError("run `/bin/sh`", .timedOut)) { try await command.output() }
    var left = "?"
    for _ in 0..<40 where left != "0\n" {
      try await Task.sleep(for: .milliseconds(50))
      let count = "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' | grep -c 'sleep 98[7]'"
      left = String(decoding: try await Command(["/bin/sh", "-c", count]).output().output, as: UTF8.self)
    }
    #expect(left == "0\n")
  }

  @Test(arguments: ["echo first; sleep 300", "echo first; exec >/dev/null 2>&1; sleep 300"])
  func aProgramThatReadsAndWritesNothingIsEnded(_ script: String) async throws {
    var command = Command(["/bin/sh", "-c", script])
    command.patience = 0.5
    await #expect(throws: HostError("run `/bin/sh`", .stalled)) { try await command.output() }
  }

  @Test func aProgramThatOnlyWakesItsOwnThreadsIsEnded() async throws {
    let script =
      "pipe R, W; for (1..3000) { syswrite W, 'x'; sysread R, $_, 16; select undef, undef, undef, 0.1 }"
    let command = Command(["perl", "-e", script], patience: 0.5)
    await #expect(throws: HostError("run `perl`", .stalled)) { try await command.output() }
  }

  @Test func aProgramThatGoesOnIsWaitedForHoweverLongItTakes() async throws {
    var command = Command(["/bin/sh", "-c", "for i in $(seq 60); do echo $i; sleep 0.1; done"])
    command.patience = 3
    #expect(try await command.output().termination == .exited(0))
  }

  @Test func anAbsentProgramIsSaid() async {
    await #expect(throws: HostError("run `no-such-program`", .absent)) {
      try await Command(["no-such-program"]).output()
    }
  }

  @Test func theEnvironmentIsLaidOverTheInheritedOne() async throws {
    let command = Command(
      ["/bin/sh", "-c", "echo $A:${PATH:+set}"], environment: .inherited(adding: ["A": "1"]))
    #expect(try await command.output().output == Array("1:set\n".utf8))
  }

  @Test func tooMuchOutputIsRefused() async {
    await #expect(throws: HostError.self) { try await Command(["seq", "100000"]).output(limit: 1000) }
  }
}
