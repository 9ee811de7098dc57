import Host
import Support
import Testing

/// Builds that go on where their post-processors failed, and components that are refused, by the command line.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct ResumeCommandTests {
  private static func template(
    _ posts: String, inline: String = "echo hello > /etc/motd", builder: String = "\"commit\": true"
  )
    -> String
  {
    """
    {
      "builders": [{"type": "docker", "image": "tiny:1", "pull": false, \(builder)}],
      "provisioners": [{"type": "shell", "inline": ["\(inline)"]}],
      "post-processors": [[\(posts)]]
    }
    """
  }
  private static let tagged = #"{"type": "docker-tag", "repository": "localhost/resumed", "tags": ["1"]}"#

  @Test func `a post-processor that failed is run again on the image that is there`() async throws {
    let failing =
      #"{"type": "shell-local", "inline": ["test -e ok"]}, {"type": "docker-save", "path": "saved.tar"}"#
    let template = Self.template("\(Self.tagged), \(failing)")
    try await Program.withBase(["machine.json": template]) { program in
      let first = try await program("build", "machine.json")
      #expect(first.status == 1, "\(first.output)\(first.error)")
      #expect(first.error.contains("build --resume"), "\(first.error)")
      let early = try await program("build", "--resume", "machine.json")
      #expect(early.status == 1, "\(early.output)\(early.error)")
      try HostFile.write([], to: program.folder + "/ok")
      let second = try await program("build", "--resume", "machine.json")
      #expect(second.status == 0, "\(second.output)\(second.error)")
      #expect(!second.error.contains("committed the image"), "\(second.error)")
      #expect(Disk(workingDirectory: program.folder).status("saved.tar") != nil)
      let third = try await program("build", "--resume", "machine.json")
      #expect(third.status == 3 && third.error.contains("nothing to resume"), "\(third.error)")
    }
  }

  @Test func `a changed step or a lost image is not resumed`() async throws {
    let failing = #"{"type": "shell-local", "inline": ["exit 3"]}"#
    try await Program.withBase(["machine.json": Self.template("\(Self.tagged), \(failing)")]) { program in
      #expect(try await program("build", "machine.json").status == 1)
      let changed = Self.template("\(Self.tagged), \(failing)", inline: "echo bye > /etc/motd")
      try HostFile.write(Array(changed.utf8), to: program.folder + "/machine.json")
      let answer = try await program("build", "--resume", "machine.json")
      #expect(answer.status == 1 && answer.output.contains("has changed since"), "\(answer.output)")
      #expect(try await program("build", "machine.json").status == 1)
      #expect(try await program("image", "remove", "localhost/resumed:1").status == 0)
      let lost = try await program("build", "--resume", "machine.json")
      #expect(lost.status == 1 && lost.output.contains("is no longer there"), "\(lost.output)")
    }
  }

  @Test func `an exported file that could not be compressed is resumed too`() async throws {
    let posts =
      #"{"type": "shell-local", "inline": ["test -e ok"]}, {"type": "compress", "output": "out/box.zip"}"#
    let template = Self.template(posts, builder: #""export_path": "out/box.tar""#)
    try await Program.withBase(["machine.json": template]) { program in
      #expect(try await program("build", "machine.json").status == 1)
      let disk = Disk(workingDirectory: program.folder)
      #expect(disk.status("out/box.tar") != nil)
      try HostFile.write([], to: program.folder + "/ok")
      let answer = try await program("build", "--resume", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(disk.status("out/box.zip") != nil)
      #expect(disk.status("out/box.tar") == nil)
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let component: String
    let words: String
    var testDescription: String { component }
  }

  @Test(arguments: [
    Refusal(component: "\"vagrant\"", words: "a box needs a virtual machine"),
    Refusal(
      component:
        #"{"type": "amazon-import", "s3_bucket_name": "b", "access_key": "x", "secret_key": "y", "region": "eu-west-1"}"#,
      words: "hands the files to Amazon EC2"),
    Refusal(
      component:
        #"{"type": "docker-push", "ecr_login": true, "login_server": "1.dkr.ecr.eu-west-1.amazonaws.com"}"#,
      words: "log in to the registry before the run"),
  ])
  func `a post-processor that is not run here is told of before anything is started`(_ refusal: Refusal)
    async throws
  {
    try await Program.withBase(["machine.json": Self.template("\(Self.tagged), \(refusal.component)")]) {
      program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1)
      #expect(answer.output.contains(refusal.words), "\(answer.output)")
      #expect(answer.output.contains("nothing was started"), "\(answer.output)")
      #expect(!answer.error.contains("start a container"))
      let planned = try await program("plan", "machine.json")
      #expect(planned.status == 0 && planned.output.contains(refusal.words), "\(planned.output)")
    }
  }

  @Test func `a breakpoint and -debug want a terminal`() async throws {
    let template = #"""
      {"builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
       "provisioners": [{"type": "breakpoint", "note": "look here"}]}
      """#
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1 && answer.output.contains("there is no terminal"), "\(answer.output)")
      let debugged = try await program("build", "-debug", "machine.json")
      #expect(
        debugged.status == 2 && debugged.error.contains("standard input is no terminal"), "\(debugged.error)")
      // `script` gives the program a terminal, and types what it reads itself.
      var attended = program
      attended.wrapper = ["sh", "-c", #"(sleep 4; echo; sleep 1) | script -qec "$0 $*" /dev/null"#]
      let passed = try await attended("build", "machine.json")
      #expect(passed.status == 0, "\(passed.output)")
      #expect(
        passed.output.contains("stopped at a breakpoint: look here. Press Enter to go on."),
        "\(passed.output)")
    }
  }
}
