import Glibc
import Host
import Image
import Testing

@testable import Engine

extension ConformanceCase {
  static let uploads: [ConformanceCase] = [
    ConformanceCase("a file of a tar gets its content, mode, owner and time") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var tar = Tar()
        try tar.add(
          "script.sh", content: "echo hi\n", mode: 0o4751, owner: 12, group: 34, modified: 981_173_106)
        try await container.copyIn(tar: try tar.bytes(), to: "/tmp")
        #expect(
          try await container.does("stat -c '%a %u %g %Y' /tmp/script.sh; cat /tmp/script.sh")
            == "4751 12 34 981173106\necho hi\n")
      }
    },
    ConformanceCase("a file of the host is root's, with the name, mode and time that are asked for") {
      (bench) async throws in
      let file = bench.folder + "/source"
      try await bench.withContainer { (container) async throws in
        for size in [0, 5, 511, 512, 1_000_000] {
          try HostFile.write([UInt8](repeating: 0x61, count: size), to: file)
          var entry = TarEntry(Array("put".utf8), .file)
          entry.mode = 0o640
          entry.modified = 981_173_106
          try await container.copyIn(file: file, as: entry, to: "/tmp")
          #expect(
            try await container.does("stat -c '%a %u %g %Y %s' /tmp/put; tr -d a </tmp/put | wc -c")
              == "640 0 0 981173106 \(size)\n0\n")
          await expect(.invalid) { try await container.copyIn(file: file, as: entry, to: "/nonesuch") }
        }
      }
      HostFile.remove(file)
    },
    ConformanceCase("folders, links and hard links of a tar are made") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        var tar = Tar()
        try tar.add("d/", .directory, mode: 0o750, owner: 5)
        try tar.add("d/a", content: "A")
        try tar.add("d/b", .hardLink, link: "d/a")
        try tar.add("d/c", .symlink, link: "a")
        try tar.add("new/folders/e", content: "E")
        try await container.copyIn(tar: try tar.bytes(), to: "/var")
        #expect(
          try await container.does(
            """
            cd /var; stat -c '%a %u' d; cat d/a d/b d/c new/folders/e; test d/a -ef d/b; readlink d/c
            """) == "750 5\nAAAEa\n")
      }
    },
    ConformanceCase("an upload goes into a folder that is there") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        await expect(.invalid) { try await container.copyIn(tar: try Tar.file("f", "x"), to: "/nonesuch") }
        await expect(.invalid) { try await container.copyIn(tar: try Tar.file("f", "x"), to: "/etc/passwd") }
        #expect(try await container.tell("ls /nonesuch").end != .exited(0))
      }
    },
    ConformanceCase("an upload replaces a file, and a link instead of what it leads to") {
      (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("echo old >/tmp/f; echo other >/tmp/other; ln -s other /tmp/l")
        var tar = Tar()
        try tar.add("f", content: "new")
        try tar.add("l", content: "linked")
        try await container.copyIn(tar: try tar.bytes(), to: "/tmp")
        #expect(
          try await container.does("cat /tmp/f /tmp/l /tmp/other; test ! -L /tmp/l") == "newlinkedother\n")
      }
    },
    ConformanceCase("a folder is not replaced by a file") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("mkdir -p /tmp/d/inner")
        await expect(.invalid) { try await container.copyIn(tar: try Tar.file("d", "x"), to: "/tmp") }
        try await container.does("test -d /tmp/d/inner")
      }
    },
    ConformanceCase("an upload follows a link to a folder") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        try await container.does("ln -s /var/log /tmp/logs")
        try await container.copyIn(tar: try Tar.file("f", "x"), to: "/tmp/logs")
        #expect(try await container.does("cat /var/log/f") == "x")
      }
    },
    ConformanceCase("a file of the host is copied to a path, into a folder, and over a file") {
      (bench) async throws in
      let file = try bench.write("content\n", to: "tool", mode: 0o755)
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: file, contentsOnly: false, to: "/bin/new")
        try await container.copyIn(path: file, contentsOnly: false, to: "/var/log")
        try await container.copyIn(path: file, contentsOnly: false, to: "/var/log/")
        try await container.copyIn(path: file, contentsOnly: false, to: "/etc/group")
        #expect(
          try await container.does("cat /bin/new /var/log/tool /etc/group; stat -c %a /bin/new")
            == "content\ncontent\ncontent\n755\n")
      }
    },
    ConformanceCase("a file goes to where a link leads, also to nowhere yet") { (bench) async throws in
      let file = try bench.write("content\n", to: "f")
      try await bench.withContainer { (container) async throws in
        try await container.does(
          "echo old >/tmp/target; ln -s target /tmp/link; ln -s /tmp/absent /tmp/dangling")
        try await container.copyIn(path: file, contentsOnly: false, to: "/tmp/link")
        try await container.copyIn(path: file, contentsOnly: false, to: "/tmp/dangling")
        #expect(
          try await container.does("cat /tmp/target /tmp/absent; test -L /tmp/link") == "content\ncontent\n")
      }
    },
    ConformanceCase("a copy needs the folder that is to hold it, and its source") { (bench) async throws in
      let file = try bench.write("x", to: "f")
      try await bench.withContainer { (container) async throws in
        await expect(.invalid) {
          try await container.copyIn(path: file, contentsOnly: false, to: "/no/such/f")
        }
        await expect(.invalid) { try await container.copyIn(path: file, contentsOnly: false, to: "/tmp/no/") }
        await expect(.invalid) {
          try await container.copyIn(path: bench.folder + "/absent", contentsOnly: false, to: "/tmp")
        }
      }
    },
    ConformanceCase("a folder becomes the destination, or goes into one that is there") {
      (bench) async throws in
      try bench.write("1", to: "tree/one")
      try bench.write("2", to: "tree/deep/two", mode: 0o600)
      let tree = bench.folder + "/tree"
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: tree, contentsOnly: false, to: "/opt")
        try await container.copyIn(path: tree, contentsOnly: false, to: "/var/log")
        try await container.copyIn(path: tree + "/", contentsOnly: false, to: "/var")
        #expect(
          try await container.does("cd /; find opt var/log var/tree -type f | sort; stat -c %a /opt/deep/two")
            == """
            opt/deep/two
            opt/one
            var/log/tree/deep/two
            var/log/tree/one
            var/tree/deep/two
            var/tree/one
            600

            """)
      }
    },
    ConformanceCase("the contents of a folder go into the destination, which keeps its looks") {
      (bench) async throws in
      try bench.write("1", to: "tree/one")
      try bench.write("2", to: "tree/deep/two")
      chmod(bench.folder + "/tree", 0o700)
      try await bench.withContainer { (container) async throws in
        try await container.does("mkdir /tmp/deep; echo here >/tmp/deep/here")
        try await container.copyIn(path: bench.folder + "/tree", contentsOnly: true, to: "/tmp")
        try await container.copyIn(path: bench.folder + "/tree/", contentsOnly: true, to: "/made")
        #expect(
          try await container.does("cd /; find tmp made -type f | sort; stat -c %a /tmp /made") == """
            made/deep/two
            made/one
            tmp/deep/here
            tmp/deep/two
            tmp/one
            1777
            700

            """)
      }
    },
    ConformanceCase("a folder does not replace a file") { (bench) async throws in
      try bench.write("1", to: "tree/one")
      try await bench.withContainer { (container) async throws in
        for contentsOnly in [false, true] {
          await expect(.invalid) {
            try await container.copyIn(
              path: bench.folder + "/tree", contentsOnly: contentsOnly, to: "/etc/passwd")
          }
        }
        try await container.does("grep root /etc/passwd")
      }
    },
    ConformanceCase("owners, modes, times, links and hard links of a tree are kept") { (bench) async throws in
      let file = try bench.write("x", to: "tree/file", mode: 0o4750)
      // An ordinary user's stays its own.
      chown(file, 1234, 56)
      chmod(file, 0o4750)
      var status = stat()
      stat(file, &status)
      let owner = "\(status.st_uid) \(status.st_gid)"
      link(file, bench.folder + "/tree/hard")
      symlink("/etc/passwd", bench.folder + "/tree/link")
      symlink("nowhere", bench.folder + "/tree/dangling")
      var times = [timespec(tv_sec: 981_173_106, tv_nsec: 0), timespec(tv_sec: 981_173_106, tv_nsec: 0)]
      utimensat(AT_FDCWD, file, &times, 0)
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: bench.folder + "/tree", contentsOnly: false, to: "/opt")
        #expect(
          try await container.does(
            """
            cd /opt; stat -c '%a %u %g %Y %h' file; test file -ef hard; readlink link; readlink dangling
            """) == "4750 \(owner) 981173106 2\n/etc/passwd\nnowhere\n")
      }
    },
    ConformanceCase("a link of the host is copied as a link") { (bench) async throws in
      symlink("/etc/hostname", bench.folder + "/link")
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: bench.folder + "/link", contentsOnly: false, to: "/tmp/link")
        #expect(try await container.does("readlink /tmp/link") == "/etc/hostname\n")
      }
    },
    ConformanceCase("names of any form are copied") { (bench) async throws in
      let names = [
        "with blank", "quote'\"", "new\nline", "-dash", "ä→🙂", "star*", "back\\slash", ".hidden", "a:b",
      ]
      for name in names { try bench.write(name, to: "tree/\(name)") }
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: bench.folder + "/tree", contentsOnly: false, to: "/opt")
        for name in names {
          #expect(try await container.content(of: "/opt/\(name)") == Array(name.utf8))
        }
      }
    },
    ConformanceCase("thousands of files are copied") { (bench) async throws in
      for number in 0..<2000 { try bench.write("\(number)", to: "tree/\(number % 40)/\(number)") }
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: bench.folder + "/tree", contentsOnly: false, to: "/opt")
        #expect(try await container.does("find /opt -type f | wc -l; cat /opt/39/1999") == "2000\n1999")
      }
    },
    ConformanceCase("an empty file and an empty folder are copied") { (bench) async throws in
      try bench.write("", to: "tree/empty")
      try HostFile.makeFolder(bench.folder + "/tree/folder")
      try await bench.withContainer { (container) async throws in
        try await container.copyIn(path: bench.folder + "/tree", contentsOnly: false, to: "/opt")
        try await container.does("test -f /opt/empty && test ! -s /opt/empty && test -d /opt/folder")
      }
    },
    ConformanceCase("the container's own files for names cannot be replaced", needs: .mounts) {
      (bench) async throws in
      let file = try bench.write("x", to: "f")
      try await bench.withContainer { (container) async throws in
        _ = await #expect(throws: EngineError.self) {
          try await container.copyIn(path: file, contentsOnly: false, to: "/etc/resolv.conf")
        }
        _ = await #expect(throws: EngineError.self) {
          try await container.copyIn(tar: try Tar.file("hosts", "x"), to: "/etc")
        }
      }
    },
    ConformanceCase("an upload that is no tar is refused") { (bench) async throws in
      try await bench.withContainer { (container) async throws in
        _ = await #expect(throws: EngineError.self) {
          try await container.copyIn(tar: [UInt8](repeating: 0x41, count: 2048), to: "/tmp")
        }
      }
    },
  ]
}
