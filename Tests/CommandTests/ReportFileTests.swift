import Glibc
import Host
import Support
import Testing

/// Where reports go, and where they must not.
@Suite struct ReportFileTests {
  /// A device that is always full, and whether it is one here.
  private static let full = "/dev/full"
  private static let isFullThere = Disk(workingDirectory: "/").status(full)?.kind == .other

  @Test(
    .enabled(if: isFullThere),
    arguments: [["lint", "m.json"], ["lint", "m.json", "--format", "json"], ["rules", "list"], ["--help"]])
  func `a result that is lost on a full disk is a failure`(arguments: [String]) async throws {
    try await Program.with(["m.json": Program.template]) { program in
      var program = program
      program.wrapper = ["sh", "-c", #"exec "$0" "$@" >\#(Self.full)"#]
      let answer = try await program.run(arguments)
      #expect(answer.status == 3)
      #expect(
        answer.error.hasPrefix("error: cannot write to standard output: no space is left on the device\n"))
    }
  }

  @Test(.enabled(if: isFullThere))
  func `a report that is lost on a full disk is a failure, and the device stays`() async throws {
    try await Program.with(["m.json": Program.template]) { program in
      let answer = try await program("lint", "m.json", "--report", "junit:\(Self.full)")
      #expect(answer.status == 3)
      #expect(answer.error.hasPrefix("error: cannot write `/dev/full`: no space is left on the device\n"))
      #expect(answer.error.contains("help: free some space"))
      #expect(Disk(workingDirectory: "/").status(Self.full)?.kind == .other)
    }
  }

  @Test func `a reader that has gone away is no failure`() async throws {
    try await Program.with(["m.json": Program.template]) { program in
      var program = program
      program.wrapper = ["sh", "-c", #"("$0" "$@"; echo "ended with $?" >&2) | true"#]
      let answer = try await program("rules", "list")
      #expect(["ended with 0\n", "ended with 141\n"].contains(answer.error), "\(answer.error)")
    }
  }

  @Test func `a report goes through a pipe and through a link`() async throws {
    try await Program.with(["m.json": Program.template, "there.xml": ""]) { program in
      var program = program
      program.wrapper = [
        "sh", "-c",
        #"ln -s there.xml link.xml; mkfifo pipe; cat pipe >piped.xml & "$0" "$@"; code=$?; wait; exit $code"#,
      ]
      let answer = try await program(
        "lint", "m.json", "--report", "junit:link.xml", "--report", "checkstyle:pipe")
      #expect(answer.status == 0, "\(answer.error)")
      let disk = Disk(workingDirectory: program.folder)
      #expect(disk.isSymbolicLink("link.xml"))
      for (name, word) in [("there.xml", "<testsuites"), ("piped.xml", "<checkstyle")] {
        #expect(
          String(decoding: try disk.read(name, limit: 1 << 20), as: UTF8.self).contains(word), "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      ["lint", "m.json", "--report", "junit:m.json"], ["lint", ".", "--report", "json:./m.json"],
      ["lint", "m.json", "--diff", "--report", "sarif:setup.sh"],
      ["lint", "-var-file", "vars.json", "m.json", "--report", "json:vars.json"],
      ["report", "m.json", "--report", "junit:m.json"],
      ["lint", "m.json", "--report", "junit:link.json"],
    ])
  func `a report never replaces what the run reads`(arguments: [String]) async throws {
    let files = [
      "m.json": #"{"builders": [{"type": "docker", "image": "a:1", "commit": true}],"#
        + #" "provisioners": [{"type": "shell", "script": "setup.sh"}]}"#,
      "setup.sh": "#!/bin/sh\n", "vars.json": "{}",
    ]
    try await Program.with(files) { program in
      symlink("m.json", program.folder + "/link.json")
      let answer = try await program.run(arguments)
      #expect(answer.status == 2)
      #expect(answer.error.contains("would replace a file that is read"), "\(answer.error)")
      let disk = Disk(workingDirectory: program.folder)
      for (name, text) in files { #expect(try disk.read(name, limit: 1 << 20) == Array(text.utf8)) }
    }
  }
}
