import Glibc
import Host
import Image
import Testing

@testable import Engine

extension ConformanceCase {
  /// What a hostile image or template may try: nothing of it may be read from or written to the host.
  static let traps: [ConformanceCase] = [
    ConformanceCase("a link of the container to a path of the host leads into the container") {
      (bench) async throws in
      let secret = try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        try await container.does("ln -s \(bench.folder) /trap; ln -s \(secret) /file")
        _ = await #expect(throws: EngineError.self) { _ = try await container.content(of: "/file") }
        _ = await #expect(throws: EngineError.self) {
          _ = try await container.content(of: "/trap/secret")
        }
        _ = try? await container.copyIn(tar: try Tar.file("secret", "evil"), to: "/trap")
        _ = try? await container.copyIn(path: secret, contentsOnly: false, to: "/trap/new")
        _ = try? await container.copyIn(path: secret, contentsOnly: false, to: "/file")
        try await container.does("mkdir -p \(bench.folder); echo inside >\(secret)")
        #expect(try await container.content(of: "/file") == Array("inside\n".utf8))
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("a link that climbs leads to the container's root") { (bench) async throws in
      try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        try await container.does("ln -s ../../../../../../../..\(bench.folder) /trap")
        _ = await #expect(throws: EngineError.self) {
          _ = try await container.content(of: "/trap/secret")
        }
        _ = await #expect(throws: EngineError.self) {
          _ = try await container.content(of: "/../../..\(bench.folder)/secret")
        }
        _ = try? await container.copyIn(tar: try Tar.file("secret", "evil"), to: "/trap")
        _ = try? await container.copyIn(tar: try Tar.file("secret", "evil"), to: "/../../..\(bench.folder)")
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("links through /proc to other processes' roots lead nowhere", needs: .walls) {
      (bench) async throws in
      try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        for link in [
          "/proc/self/root", "/proc/self/cwd", "/proc/1/root", "/proc/self/fd/3", "/proc/thread-self/root",
        ] {
          try await container.does("rm -f /trap; ln -s \(link)\(bench.folder) /trap")
          _ = await #expect(throws: EngineError.self) {
            _ = try await container.content(of: "/trap/secret")
          }
          _ = try? await container.copyIn(tar: try Tar.file("secret", "evil"), to: "/trap")
        }
        _ = await #expect(throws: EngineError.self) {
          _ = try await container.content(of: "/proc/self/environ")
        }
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("a tar's names that climb or are absolute stay inside") { (bench) async throws in
      try bench.write("host", to: "secret")
      let names = [
        "../../../../../../../..\(bench.folder)/secret", "\(bench.folder)/secret",
        "a/../../../../../..\(bench.folder)/secret", "..",
      ]
      try await bench.withContainer { (container) async throws in
        for name in names { _ = try? await container.copyIn(tar: try Tar.file(name, "evil"), to: "/tmp") }
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("a tar's link does not let its next entry out") { (bench) async throws in
      try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        for target in [
          bench.folder, "../../../../../../../..\(bench.folder)", "/proc/self/root\(bench.folder)",
        ] {
          var tar = Tar()
          try tar.add("out", .symlink, link: target)
          try tar.add("out/secret", content: "evil")
          _ = try? await container.copyIn(tar: try tar.bytes(), to: "/tmp")
        }
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("a tar's hard link does not get at the host's files") { (bench) async throws in
      let secret = try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        for target in [secret, "../../../../../../../..\(secret)"] {
          var tar = Tar()
          try tar.add("hard", .hardLink, link: target)
          _ = try? await container.copyIn(tar: try tar.bytes(), to: "/tmp")
          var after = Tar()
          try after.add("hard", content: "evil")
          _ = try? await container.copyIn(tar: try after.bytes(), to: "/tmp")
        }
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("a device of a tar gives no access to the machine", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var tar = Tar()
        try tar.add("memory", .characterDevice, mode: 0o666)
        _ = try? await container.copyIn(tar: try tar.bytes(), to: "/tmp")
        #expect(try await container.tell("head -c 1 /tmp/memory").end != .exited(0))
        _ = await #expect(throws: EngineError.self) { _ = try await container.content(of: "/tmp/memory") }
      }
    },
    ConformanceCase("a destination that climbs stays inside") { (bench) async throws in
      let file = try bench.write("host", to: "secret")
      try await bench.withContainer { (container) async throws in
        _ = try? await container.copyIn(
          path: file, contentsOnly: false, to: "/../../../..\(bench.folder)/stolen")
        try await container.copyIn(path: file, contentsOnly: false, to: "/../../tmp/inside")
        #expect(try await container.does("cat /tmp/inside") == "host")
      }
      try Self.expectUntouched(bench)
    },
    ConformanceCase("strange accounts are read without a fault", needs: .walls) { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does(
          "head -c 100000 /dev/urandom >/etc/passwd; head -c 100000 /dev/urandom >/etc/group")
        #expect(try await container.tell("true", user: "12").end == .exited(0))
        // Docker and podman wait for ever for somebody to write into such a pipe.
        guard bench.candidate.isNative else { return }
        try await container.does("rm /etc/passwd /etc/group; mkfifo /etc/passwd; mkdir /etc/group", user: "0")
        #expect(
          try await container.does("grep Uid /proc/self/status", user: "12") == "Uid:\t12\t12\t12\t12\n")
      }
    },
    ConformanceCase("a program cannot end the process that watches it", needs: .walls) {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        #expect(try await container.tell("kill -9 -1; exit 5").end == .exited(5))
        #expect(try await container.tell("kill -9 1; exit 6").end == .exited(6))
        #expect(try await container.does("ls /proc | grep -c '^1$'") == "1\n")
      }
    },
    ConformanceCase("a very deep folder is removed with its container") { (bench) async throws in
      try await bench.withContainer { (container) async throws -> Void in
        try await container.does(
          "cd /tmp; i=0; while [ $i -lt 1200 ]; do mkdir d; cd d || exit 1; i=$((i+1)); done")
      }
    },
  ]

  /// The folder of the case holds the one file that it put there.
  private static func expectUntouched(_ bench: Bench, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let disk = Disk(workingDirectory: "/")
    #expect(try disk.list(bench.folder) == ["secret"], sourceLocation: sourceLocation)
    #expect(
      try disk.read(bench.folder + "/secret", limit: 100) == Array("host".utf8),
      sourceLocation: sourceLocation)
  }
}
