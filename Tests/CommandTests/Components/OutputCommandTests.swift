import Host
import Support
import Testing

/// What bakes leave outside of the image: exported, saved and fetched files, names, and what is said where none can be made.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct OutputCommandTests {
  private static func template(
    _ end: String, name: String = "docker", provisioners: String = "", chain: String = ""
  ) -> String {
    """
    {
      "builders": [{"type": "docker", "name": "\(name)", "image": "tiny:1", "pull": false, \(end)}],
      "provisioners": [\(provisioners)], "post-processors": [[\(chain)]]
    }
    """
  }

  private func shell(_ words: String, in program: Program) async throws -> String {
    let output = try await Command(["sh", "-c", words], workingDirectory: program.folder).output()
    return String(decoding: output.output + output.error, as: UTF8.self)
  }

  @Test func `an export and a saved image go through links, and into a device`() async throws {
    let export = Self.template(#""export_path": "link.tar""#)
    let save = Self.template(#""commit": true"#, chain: #"{"type": "docker-save", "path": "link.tar"}"#)
    let nowhere = Self.template(#""export_path": "/dev/null""#)
    let files = ["export.json": export, "save.json": save, "nowhere.json": nowhere]
    try await Program.withBase(files) { program in
      for name in ["export.json", "save.json"] {
        _ = try await shell(
          "rm -f real.tar; : >real.tar; chmod 604 real.tar; ln -sf real.tar link.tar", in: program)
        let answer = try await program("build", name)
        #expect(answer.status == 0, "\(answer.error)")
        let told = try await shell(
          "readlink link.tar; stat -c %a real.tar; tar tf real.tar >list && wc -l <list", in: program)
        #expect(told.hasPrefix("real.tar\n604\n") && !told.hasSuffix("\n0\n"), "\(told)")
      }
      let answer = try await program("build", "nowhere.json")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(try await shell("test -c /dev/null && ls /dev | grep -c part", in: program) == "0\n")
    }
  }

  @Test func `a fetched file is written into the one that is there, and follows the umask`() async throws {
    let fetch = { (name: String) in
      #"{"type": "file", "direction": "download", "source": "/etc/passwd", "destination": "\#(name)"}"#
    }
    let steps = ["old", "twin", "new"].map(fetch).joined(separator: ", ")
    try await Program.withBase(["machine.json": Self.template(#""discard": true"#, provisioners: steps)]) {
      program in
      _ = try await shell("for f in old twin; do echo $f >$f; chmod 755 $f; done; ln twin other", in: program)
      let told = try await shell(
        "umask 027; OVENPROOF_HOME=$PWD/.home '\(Program.path)' build --quiet machine.json >/dev/null; "
          + "stat -c '%a %h' old twin new; cmp old new && cmp twin new && cmp other new && echo same",
        in: program)
      #expect(told == "755 1\n755 2\n640 1\nsame\n")
    }
  }

  @Test func `what cannot be compressed or summed up fails, and nothing is lost`() async throws {
    let files = [
      "own.json": Self.template(
        #""export_path": "x.tar""#, chain: #"{"type": "compress", "output": "x.tar"}"#),
      "checksum.json": Self.template(#""discard": true"#, chain: #""checksum""#),
      "compress.json": Self.template(#""discard": true"#, chain: #""compress""#),
      "manifest.json": Self.template(
        #""discard": true"#, chain: #"{"type": "manifest", "output": "manifest", "strip_time": true}"#),
    ]
    try await Program.withBase(files) { program in
      let own = try await program("build", "own.json")
      #expect(own.status == 1 && own.output.contains("`x.tar` is what is to be compressed"), "\(own.output)")
      #expect(try await shell("tar tf x.tar | grep -c busybox", in: program) == "1\n")
      for name in ["checksum.json", "compress.json"] {
        let answer = try await program("build", name)
        #expect(answer.status == 1 && answer.output.contains("there is no file"), "\(answer.output)")
      }
      #expect(try await program("build", "manifest.json").status == 0)
      let manifest = try await shell("tr -d ' \n' <manifest", in: program)
      #expect(manifest.contains(#""files":[{"name":"","size":0}]"#), "\(manifest)")
    }
  }

  @Test func `a name of a builder is rendered with the clock of the run`() async throws {
    let shell =
      #"{"type": "shell", "inline": ["echo $PACKER_BUILD_NAME {{build_name}} >/name", "cat /name"]}"#
    let template = Self.template(
      #""export_path": "x-{{build_name}}.tar""#, name: "img-{{timestamp}}", provisioners: shell,
      chain: #"{"type": "checksum", "keep_input_artifact": true}, "manifest""#)
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      let told = try await self.shell(
        "set -- x-*.tar; n=${1#x-}; n=${n%.tar}; echo $n; ls packer_${n}_docker_md5.checksum; "
          + "tar xOf $1 name; grep -c \"\\\"name\\\": \\\"$n\\\"\" packer-manifest.json", in: program)
      let name = told.prefix { $0 != "\n" }
      #expect(
        name.hasPrefix("img-1") && told == "\(name)\npacker_\(name)_docker_md5.checksum\n\(name) \(name)\n1\n"
      )
      let lint = try await program("lint", "machine.json")
      #expect(!lint.output.contains("redirect") && lint.status == 0, "\(lint.output)")
      let plan = try await program("plan", "machine.json")
      #expect(plan.status == 0 && plan.output.contains("img-<timestamp>"), "\(plan.output)")
    }
  }

  @Test func `codes and limits that are changed run a step again`() async throws {
    func template(_ options: String) -> String {
      Self.template(
        #""commit": true"#, provisioners: #"{"type": "shell", "inline": ["sleep 1.1; exit 3"]\#(options)}"#)
    }
    try await Program.withBase([:]) { program in
      let path = program.folder + "/machine.json"
      let ends: [(options: String, status: Int32)] = [
        (#", "valid_exit_codes": [3]"#, 0), (#", "valid_exit_codes": [3]"#, 0), ("", 1),
        (#", "valid_exit_codes": [3], "timeout": "200ms""#, 1), (#", "valid_exit_codes": [3]"#, 0),
      ]
      for (options, status) in ends {
        try HostFile.write(Array(template(options).utf8), to: path)
        let answer = try await program("build", "machine.json")
        #expect(answer.status == status, "\(options): \(answer.error)")
      }
    }
  }

  @Test func `an input of several names loses the last alone`() async throws {
    let chain = #"""
      {"type": "docker-tag", "repository": "localhost/n", "tags": ["1", "2"]},
      {"type": "docker-save", "path": "n.tar", "keep_input_artifact": false}
      """#
    try await Program.withBase(["machine.json": Self.template(#""commit": true"#, chain: chain)]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 0, "\(answer.error)")
      let list = try await program("image", "list").output
      #expect(list.contains("localhost/n:1") && !list.contains("localhost/n:2"), "\(list)")
    }
  }

  @Test func `builds of like names are kept apart`() async throws {
    let builders = ["a b", "a-b", "A_b"].map {
      #"{"type": "docker", "name": "\#($0)", "image": "tiny:1", "pull": false, "discard": true}"#
    }
    let template = #"{"builders": [\#(builders.joined(separator: ", "))]}"#
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "--keep", "machine.json")
      #expect(answer.status == 0, "\(answer.error)")
      let list = try await program("image", "list").output
      #expect(list.split(separator: "\n").count { $0.contains("localhost/kept/machine:a-b") } == 3, "\(list)")
      #expect(try await shell("ls .home/cache/logs | wc -l", in: program) == "3\n")
    }
  }

  @Test func `a template comes by standard input, and a broken clock is refused`() async throws {
    try await Program.withBase(["machine.json": Self.template(#""commit": true"#)]) { program in
      let words = "OVENPROOF_HOME=$PWD/.home '\(Program.path)' build --quiet - <machine.json; echo $?"
      let told = try await shell(words, in: program)
      #expect(told.hasSuffix("\n0\n"), "\(told)")
      var broken = program
      broken.environment["SOURCE_DATE_EPOCH"] = "garbage"
      let answer = try await broken("build", "machine.json")
      #expect(
        answer.status == 2 && answer.error.contains("`SOURCE_DATE_EPOCH` is `garbage`"), "\(answer.error)")
    }
  }
}
