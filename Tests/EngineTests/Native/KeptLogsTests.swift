import CLinux
import Glibc
import Host
import Support
import Testing

@testable import Engine

/// What a container's own process says is kept, without work where nothing is said.
@Suite struct KeptLogsTests {
  @Test func `streams that have ended wake nobody`() async throws {
    try await Self.withScratch { scratch in
      var logs = try KeptLogs(scratch: scratch, limit: 100)
      logs.closeWritingEnds()
      var never: [Int32] = [-1, -1]
      #expect(clinux_pipe(&never) == 0)
      defer { never.forEach { close($0) } }
      // Both ends are seen at once, and then no more.
      _ = logs.take(until: never[0], milliseconds: 200)
      let began = ContinuousClock.now
      let isReady = logs.take(until: never[0], milliseconds: 200)
      #expect(!isReady)
      #expect(began.duration(to: .now) > .milliseconds(150))
    }
  }

  @Test(arguments: [true, false])
  func `a process is watched to its end with or without a descriptor of it`(_ hasDescriptor: Bool)
    async throws
  {
    try await Self.withScratch { scratch in
      await #expect(processExitsWith: .success) {
        [path = scratch.path as String, hasDescriptor = hasDescriptor as Bool] in
        let scratch = Scratch(path: path)
        var logs = try KeptLogs(scratch: scratch, limit: 1 << 20)
        let child = fork()
        if child == 0 {
          try? logs.takeOver()
          // More than a pipe holds.
          become("head -c 300000 /dev/zero; echo end >&2; exit 7")
        }
        logs.closeWritingEnds()
        let keeper = MainProcessKeeper(scratch: scratch, ownerLock: path + "/none", startLock: -1)
        keeper.watch(child, by: hasDescriptor ? clinux_process_descriptor(child) : -1, &logs)
        #expect(ForkedChild.end(of: child) == 7)
        let disk = Disk(workingDirectory: "/")
        #expect(try disk.read(scratch.output, limit: 1 << 20).count == 300_000)
        #expect(try disk.read(scratch.error, limit: 100) == Array("end\n".utf8))
      }
    }
  }

  @Test(arguments: [true, false])
  func `whether a child ends in time is seen with or without a descriptor of it`(_ hasDescriptor: Bool) async
  {
    await #expect(processExitsWith: .success) { [hasDescriptor = hasDescriptor as Bool] in
      for (script, code) in [("exit 3", 3), ("exec sleep 60", nil)] as [(String, Int32?)] {
        let child = fork()
        if child == 0 {
          become(script)
        }
        let descriptor = hasDescriptor ? clinux_process_descriptor(child) : -1
        #expect(ProcessIdentity.ends(child, within: 1, by: descriptor) == (code != nil))
        kill(child, SIGKILL)
        #expect(ForkedChild.end(of: child) == code ?? 128 + SIGKILL)
      }
    }
  }

  private static func withScratch(_ body: (Scratch) async throws -> Void) async throws {
    try await TemporaryFolder.with { folder in
      let scratch = Scratch(path: folder)
      for path in [scratch.output, scratch.error] { try HostFile.write([], to: path) }
      try await body(scratch)
    }
  }
}

/// Makes the process a shell that runs a script.
private func become(_ script: String) -> Never {
  let words: [String] = ["/bin/sh", "-c", script]
  let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  execv(words[0], arguments)
  _exit(127)
}
