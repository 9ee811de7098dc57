import Glibc
import Support
import Testing

@Suite struct FixCommandTests {
  private static let image = "a:1@sha256:" + String(repeating: "0", count: 64)
  private static let broken =
    #"{"builders": [{"type": "docker", "image": "\#(image)", "commit": true, "mesage": "x"},]}"#
  private static let safe =
    #"{"builders": [{"type": "docker", "image": "\#(image)", "commit": true, "mesage": "x"}]}"#
  private static let all =
    #"{"builders": [{"type": "docker", "image": "\#(image)", "commit": true, "message": "x"}]}"#

  private func content(_ program: Program, _ name: String = "machine.json") throws -> String {
    String(decoding: try CaseFolder.bytes(of: program.folder + "/" + name), as: UTF8.self)
  }

  @Test func `safe fixes are made, then unsafe ones where they are asked for`() async throws {
    try await Program.with(["machine.json": Self.broken]) { program in
      chmod(program.folder + "/machine.json", 0o640)
      let first = try await program("lint", "--fix")
      #expect(first.status == 1)
      #expect(
        first.output.hasSuffix("1 error in 1 file\n1 fixed (1 more with `--unsafe-fixes`)\n"),
        "\(first.output)")
      #expect(try content(program) == Self.safe)
      let second = try await program("lint", "--fix", "--unsafe-fixes")
      #expect(second.status == 0)
      #expect(second.output == "no findings in 1 file\n1 fixed\n")
      #expect(try content(program) == Self.all)
      let third = try await program("lint", "--fix", "--unsafe-fixes")
      #expect(third.output == "no findings in 1 file\n")
      var found = stat()
      #expect(stat(program.folder + "/machine.json", &found) == 0 && found.st_mode & 0o7777 == 0o640)
    }
  }

  @Test func `a difference is shown, fails the run and changes nothing`() async throws {
    try await Program.with(["machine.json": Self.broken]) { program in
      let answer = try await program("lint", "--diff")
      #expect(answer.status == 1)
      #expect(
        answer.output == """
          --- machine.json
          +++ machine.json
          @@ -1 +1 @@
          -\(Self.broken)
          \\ No newline at end of file
          +\(Self.safe)
          \\ No newline at end of file

          """)
      #expect(answer.error == "would mend 1 finding\n")
      #expect(try content(program) == Self.broken)
    }
    try await Program.with(["machine.json": Self.safe]) { program in
      let answer = try await program("lint", "--diff")
      #expect(answer.status == 0)
      #expect(answer.output + answer.error == "")
    }
  }

  @Test func `a difference shows no secret, and says so`() async throws {
    let secret = """
      {
        "variables": {"token": "hunter2-in-clear", "plain": "seen"},
        "sensitive-variables": ["token"],
        "builders": [
          {"type": "docker", "image": "\(Self.image)", "commit": "yes", "login_password": "vagrant-äß"},
          {"type": "null", "name": "other", "ssh_host": "h", "ssh_username": "u", "ssh_password": "{{user `token`}}-tail"}
        ],
        "provisioners": [{"type": "shell", "inline": ["true"], "environment_vars": ["API_TOKEN=opensesame"]}],
      }

      """
    try await Program.with(["machine.json": secret]) { program in
      let answer = try await program("lint", "--diff", "--report", "json:out.json")
      let shown = answer.output + answer.error
      let record = try content(program, "out.json")
      for word in ["hunter2-in-clear", "vagrant-äß", "-tail", "opensesame"] {
        #expect(!shown.contains(word) && !record.contains(word), "\(shown)\n\(record)")
      }
      #expect(answer.output.hasPrefix("# stars stand for secrets: "))
      #expect(answer.output.contains(#"+    {"type": "docker", "image": "\#(Self.image)", "commit": true"#))
      #expect(answer.output.contains(#""login_password": "**********""#))
      #expect(answer.output.contains("{{user `token`}}*****"))
      #expect(answer.output.contains(#""plain": "seen""#))
    }
  }

  @Test func `of standard input the mended text is written, the findings beside it`() async throws {
    try await Program.with { program in
      let answer = try await program("lint", "--fix", "-", input: Self.broken)
      #expect(answer.status == 1)
      #expect(answer.output == Self.safe)
      #expect(answer.error.contains("stdin.json:1:138: error[packer/unknown-option]"), "\(answer.error)")
      let sound = try await program("lint", "--fix", "-", input: Self.all)
      #expect(sound.output == Self.all)
    }
  }

  @Test func `a link stays a link`() async throws {
    try await Program.with(["real/file": Self.broken]) { program in
      #expect(symlink("real/file", program.folder + "/machine.json") == 0)
      _ = try await program("lint", "--fix", "machine.json")
      #expect(try content(program, "real/file") == Self.safe)
      var found = stat()
      #expect(lstat(program.folder + "/machine.json", &found) == 0 && found.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test(arguments: [
    ["lint", "--unsafe-fixes"], ["lint", "--diff", "--format", "json"],
    ["lint", "--fix", "-", "--format", "sarif"],
  ])
  func `switches that contradict each other are refused`(_ arguments: [String]) async throws {
    try await Program.with(["machine.json": Self.safe]) { program in
      let answer = try await program.run(arguments)
      #expect(answer.status == 2)
    }
  }

  @Test func `a variable that a misspelt name stands for is not removed`() async throws {
    let template = #"""
      {"variables": {"region": "eu"},
       "builders": [{"type": "docker", "image": "debian:{{user `regoin`}}", "commit": true}]}
      """#
    try await Program.with(["machine.json": template]) { program in
      _ = try await program("lint", "machine.json", "--fix", "--unsafe-fixes")
      let mended = String(
        decoding: try CaseFolder.bytes(of: program.folder + "/machine.json"), as: UTF8.self)
      #expect(mended == template.replacing("regoin", with: "region"))
    }
  }
}
