import Glibc
import Host
import Image
import Testing

@testable import Engine

extension ConformanceCase {
  static let downloads: [ConformanceCase] = [
    ConformanceCase("a file is read byte for byte") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("printf 'a\\000\\377\\n' >/tmp/f; : >/tmp/empty")
        #expect(try await container.content(of: "/tmp/f") == [0x61, 0, 255, 10])
        #expect(try await container.content(of: "/tmp/empty") == [])
      }
    },
    ConformanceCase("a large file is read whole") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("head -c 5000000 /dev/zero >/tmp/f")
        #expect(try await container.content(of: "/tmp/f").count == 5_000_000)
      }
    },
    ConformanceCase("links to a file are followed") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does(
          "mkdir /tmp/d; echo x >/tmp/d/f; ln -s d/f /tmp/l; ln -s /tmp/l /tmp/m; ln -s d /tmp/e")
        for path in ["/tmp/l", "/tmp/m", "/tmp/e/f"] {
          #expect(try await container.content(of: path) == Array("x\n".utf8), "\(path)")
        }
      }
    },
    ConformanceCase("what is absent, a folder, a pipe or a device is not read") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("mkfifo /tmp/pipe; ln -s nowhere /tmp/dangling; ln -s circle /tmp/circle")
        for path in [
          "/tmp/absent", "/etc", "/tmp/pipe", "/dev/zero", "/tmp/dangling", "/tmp/circle", "/etc/passwd/x",
        ] {
          _ = await #expect(throws: EngineError.self, "\(path)") {
            _ = try await container.content(of: path)
          }
        }
      }
    },
    ConformanceCase("an export holds the file system") { (bench) async throws in
      let tar = bench.folder + "/out.tar"
      try await bench.withContainer { (container) async throws in
        try await container.does(
          """
          mkdir -p /srv/d; echo x >/srv/d/f; chown 7:8 /srv/d/f; chmod 4751 /srv/d/f; ln /srv/d/f /srv/d/g; ln -s f /srv/d/l
          mkfifo /srv/p; rm -r /var
          """)
        try await container.export(to: tar)
      }
      let entries = try Self.entries(of: tar)
      let file = try #require(entries["srv/d/f"])
      #expect(file.mode == 0o4751 && file.owner == 7 && file.group == 8 && file.size == 2)
      #expect(entries["srv/d/g"]?.kind == .hardLink && entries["srv/d/g"]?.link == Array("srv/d/f".utf8))
      #expect(entries["srv/d/l"]?.kind == .symlink)
      #expect(entries["srv/p"]?.kind == .fifo)
      #expect(entries["srv/d/"]?.kind == .directory)
      #expect(entries["bin/busybox"] != nil)
      #expect(entries["var/"] == nil)
      #expect(entries.keys.allSatisfy { !$0.hasPrefix("proc/") || $0 == "proc/" })
      #expect(entries.keys.allSatisfy { !$0.hasPrefix("sys/") || $0 == "sys/" })
    },
    ConformanceCase("an export that cannot be written leaves nothing") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        _ = await #expect(throws: EngineError.self) {
          try await container.export(to: bench.folder + "/no/such/out.tar")
        }
      }
      #expect(try Disk(workingDirectory: "/").list(bench.folder).isEmpty)
    },
    ConformanceCase("an image made of an export is the same file system") { (bench) async throws in
      let tar = bench.folder + "/out.tar"
      try await bench.withContainer { (container) async throws in
        try await container.does("echo x >/srv-file")
        try await container.export(to: tar)
      }
      let image = try await bench.engine.importFileSystem(tar, changes: ["CMD [\"sh\"]"], as: nil)
      try await bench.withContainer(of: image) { (container) async throws in
        #expect(try await container.does("cat /srv-file") == "x\n")
      }
      #expect(try await bench.configuration(of: image).command == ["sh"])
    },
  ]

  /// What a tar holds, by name.
  private static func entries(of path: String) throws -> [String: TarEntry] {
    var reader = TarReader(FileSource(try OpenFile(path)), named: path)
    var entries: [String: TarEntry] = [:]
    while let entry = try reader.next() { entries[entry.shownName] = entry }
    return entries
  }
}
