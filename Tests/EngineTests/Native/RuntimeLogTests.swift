import Testing

@testable import Engine

@Suite struct RuntimeLogTests {
  // Texts of runc 1.1.5.
  @Test(arguments: [
    (
      "unable to apply cgroup configuration: mkdir /sys/fs/cgroup/cpuset/x: read-only file system",
      EngineError.Kind.unavailable
    ),
    ("no cgroup mount found in mountinfo", .unavailable),
    (
      "unable to start container process: exec: \"/bin/sh\": stat /bin/sh: no such file or directory",
      .invalid
    ),
    ("unable to start container process: unable to apply caps: operation not permitted", .unavailable),
    ("open /x: no space left on device", .noSpace),
    ("something new", .failed),
  ])
  func `the runtime's words are told in ours`(_ message: String, _ kind: EngineError.Kind) {
    let error = RuntimeLog(message: message).error()
    #expect(error.kind == kind)
    #expect(!error.message.contains("\n"))
    if kind == .unavailable { #expect(error.help != nil) }
  }
}
