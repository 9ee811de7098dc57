import Host
import Support
import Testing

/// What stands around a bake, and must not get into it.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct SurroundingsTests {
  private static let spec = """
    image: {workdir: /no/such/folder}
    files:
      /no: {mode: "0755"}
      /no/such/folder: {mode: "0755"}
      /packer-files: {mode: "0755"}
      /mounted: {mode: "0755"}
      /mounted/here: {mode: "0755"}
      /file: {mode: "0755"}
      /made: {mode: "0644"}
    """
  private static let template = """
    {
      "builders": [{
        "type": "docker", "image": "tiny:1", "pull": false, "commit": true,
        "run_command": ["-d", "-w", "/no/such/folder", "--tmpfs", "/mounted/here", "-v", "/etc/hostname:/file", "{{.Image}}", "/bin/sh"]
      }],
      "provisioners": [{"type": "shell", "inline": ["cat /etc/hosts /file >/dev/null; echo x >/made"]}]
    }
    """

  @Test(arguments: ["native:runc", "native:namespaces"])
  func `the mask of modes of whoever bakes is not in the image`(_ engine: String) async throws {
    let files = ["machine.json": Self.template, "machine.spec.yaml": Self.spec]
    try await Program.withBase(files) { program in
      var program = program
      program.wrapper = ["sh", "-c", #"umask 077; exec "$0" "$@""#]
      let answer = try await program("test", "machine.json", "--engine", engine)
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    }
  }

  @Test(arguments: [
    ("", "the image names none, which docker refuses"), (", \"/bin/sh\"", nil), (", \"/bin/cat\"", nil),
  ])
  func `a container is started with a program`(_ program: String, _ complaint: String?) async throws {
    let template = Program.template.replacing(
      "\"commit\": true", with: "\"commit\": true, \"run_command\": [\"-dit\", \"{{.Image}}\"\(program)]")
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == (complaint == nil ? 0 : 1), "\(answer.output)\(answer.error)")
      if let complaint { #expect(answer.output.contains(complaint), "\(answer.output)") }
      #expect(!answer.error.contains("instead of running"), "\(answer.error)")
    }
  }

  @Test func `the program of an image that Packer would start is told`() async throws {
    func template(_ image: String, _ options: String, _ name: String) -> String {
      """
      {
        "builders": [{"type": "docker", "image": "\(image)", "pull": false, "commit": true, \(options)}],
        "post-processors": [{"type": "docker-tag", "repository": "\(name)", "tags": ["1"]}]
      }
      """
    }
    let files = [
      "base.json": template("tiny:1", #""changes": ["ENTRYPOINT [\"echo\"]"]"#, "echo"),
      "machine.json": template("echo:1", #""run_command": ["-dit", "{{.Image}}", "/bin/sh"]"#, "made"),
    ]
    try await Program.withBase(files) { program in
      #expect(try await program("build", "base.json").status == 0)
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(
        answer.error.contains("the container idles instead of running `echo /bin/sh`"), "\(answer.error)")
    }
  }

  @Test func `nothing is built where a variable without a default is not given, be it unused`() async throws {
    let template = """
      {
        "variables": {"version": null},
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}]
      }
      """
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1, "\(answer.error)")
      #expect(answer.output.contains("the variable `version` must be given, and is not"), "\(answer.output)")
      #expect(answer.output.contains("nothing was started"))
      #expect(try await program("build", "machine.json", "-timestamp-ui", "-var", "version=1").status == 0)
    }
  }

  @Test func `the base of a bake is not removed before its end`() async throws {
    let template = """
      {
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
        "provisioners": [
          {"type": "shell-local", "inline": ["\(Program.path) image remove tiny:1 || test $? = 3"]},
          {"type": "shell", "inline": ["echo x >/made"]}
        ]
      }
      """
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(
        answer.error.contains("`tiny:1` is not removed, since it is in use by `"), "\(answer.error)")
      #expect(try await program("image", "remove", "tiny:1").status == 0)
    }
  }

  @Test(arguments: [
    ("{{user `version`}}", "the variable `version` is given from outside"),
    ("{{build `ID` | len}}", "only the run knows"),
  ])
  func `nothing is built where a line cannot be told`(_ part: String, _ why: String) async throws {
    let template = """
      {
        "variables": {"version": null},
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
        "provisioners": [{"type": "shell", "inline": ["echo x >/x", "echo \(part) >/y"]}]
      }
      """
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1, "\(answer.error)")
      #expect(answer.output.contains("machine.json:4:") && answer.output.contains(why), "\(answer.output)")
      #expect(answer.output.contains("nothing was started"))
      if part.contains("version") {
        #expect(try await program("build", "machine.json", "-var", "version=1").status == 0)
      }
    }
  }

  /// The image comes from a snapshot that another build has named, and that build gives the name to a new one meanwhile.
  @Test func `an image stays while post-processors work on it`() async throws {
    func template(_ processors: String) -> String {
      """
      {
        "builders": [{"type": "docker", "image": "tiny:1", "pull": false, "commit": true}],
        "provisioners": [{"type": "shell", "inline": ["cat /proc/sys/kernel/random/uuid >/made", "sleep 0.2"]}],
        "post-processors": [[\(processors)]]
      }
      """
    }
    let tagged = #"{"type": "docker-tag", "repository": "other", "tags": ["1"]}"#
    let again = #"{"type": "shell-local", "inline": ["\#(Program.path) build --no-cache other.json"]}"#
    let files = [
      "other.json": template(tagged),
      "machine.json": template(again + #", {"type": "docker-tag", "repository": "own", "tags": ["1"]}"#),
    ]
    try await Program.withBase(files) { program in
      #expect(try await program("build", "other.json").status == 0)
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 0, "\(answer.error)")
      let list = try await program("image", "list").output
      #expect(list.contains("own:1") && list.contains("other:1"), "\(list)")
    }
  }

  @Test func `each reason of a refusal is told once`() async throws {
    let template = Program.template.replacing(
      #""commit": true"#, with: #""commit": true, "tmpfs": ["/a"], "volumes": {"/tmp": "/b"}"#)
    try await Program.withBase(["machine.json": template]) { program in
      let answer = try await program("build", "machine.json", "--engine", "native:chroot")
      #expect(answer.status == 1)
      let reason = "failed: the native:chroot engine has no mounted folders here; nothing was started"
      #expect(answer.error.contains(reason), "\(answer.error)")
    }
  }

  @Test func `a user without an account bakes, and is told what that lacks`() async throws {
    try await Program.withBase(["machine.json": Program.template]) { program in
      _ = try await Command(["chown", "-R", "4242:4242", program.folder]).output()
      var program = program
      program.wrapper = ["setpriv", "--reuid=4242", "--regid=4242", "--clear-groups"]
      for words in [["doctor"], ["clean"], ["build", "machine.json"], ["shell", "tiny:1", "id"]] {
        let answer = try await program.run(words)
        #expect(answer.status == 0, "\(words): \(answer.output)\(answer.error)")
      }
    }
  }
}
