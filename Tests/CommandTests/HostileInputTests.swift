import Host
import Support
import Testing

/// What a user may hand over by mistake or in malice: each is told about, none crashes or hangs.
@Suite struct HostileInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: [UInt8]
    let says: String

    init(_ description: String, _ name: String, _ bytes: some Sequence<UInt8>, says: String) {
      testDescription = description
      self.name = name
      self.bytes = Array(bytes)
      self.says = says
    }
  }

  private static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    + (1...12).map { level in
      "a\(level): &a\(level) [\([String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }.joined() + "builders: *a12\n"

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      Case("an empty file", "machine.json", EmptyCollection<UInt8>(), says: "the file is empty"),
      Case("an empty file of YAML", "machine.yaml", EmptyCollection<UInt8>(), says: "no builder"),
      Case("blanks alone", "machine.json", " \n\n".utf8, says: "holds no value"),
      Case(
        "binary data", "machine.json", (0..<65536).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 5) },
        says: "the file is not text"),
      Case(
        "binary data as YAML", "machine.yaml",
        (0..<65536).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 5) }, says: "the file is not text"),
      Case(
        "50 MB of [", "machine.json", repeatElement(0x5B, count: 50 << 20),
        says: "in each other more than 1000 deep"),
      Case(
        "1 MB of [ as YAML", "machine.yaml", repeatElement(0x5B, count: 1 << 20),
        says: "in each other more than 1000 deep"),
      Case("a bomb of aliases", "machine.yaml", bomb.utf8, says: "the aliases up to here make more than"),
      Case(
        "invalid UTF-8", "machine.json",
        Array(#"{"builders": [{"type": "dock"#.utf8) + [0xFF, 0xC0] + Array(#""}]}"#.utf8),
        says: "these bytes are not UTF-8"),
      Case(
        "invalid UTF-8 in YAML", "machine.yaml",
        Array("builders: [{type: ".utf8) + [0xFF, 0xC0] + Array("}]".utf8), says: "these bytes are not UTF-8"),
      Case("a list", "machine.json", "[1]".utf8, says: "is an object, not a list"),
    ])
  func `a template that is none is a finding with its place`(_ example: Case) async throws {
    try await Program.with { program in
      try HostFile.write(example.bytes, to: program.folder + "/" + example.name)
      for verb in ["lint", "plan", "build", "test"] where verb == "lint" || example.bytes.count < 1 << 20 {
        let answer = try await program(verb, example.name)
        #expect(answer.status == 1, "\(verb): \(answer.error)")
        let told = answer.output + answer.error
        // The other verbs show errors alone, and decoders accept bytes that are not UTF-8.
        if verb == "lint" { #expect(told.contains(example.says), "\(told.prefix(2000))") }
        #expect(told.contains("\(example.name):"), "\(verb): \(told.prefix(2000))")
      }
    }
  }

  @Test(arguments: ["lint", "plan"])
  func `a template that is too large is not read`(_ verb: String) async throws {
    try await Program.with { program in
      let path = program.folder + "/machine.json"
      let made = try await Command(["truncate", "-s", "65M", path]).output()
      #expect(made.termination.succeeded)
      let answer = try await program(verb, "machine.json")
      #expect(answer.status == 2)
      #expect(answer.error.contains("`machine.json`: it is larger than 67108864 bytes"), "\(answer.error)")
    }
  }

  @Test func `a file whose name is not UTF-8 is not passed over in silence`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      let made = try await Command(
        ["sh", "-c", "cp machine.json \"$(printf 'other\\377.json')\""], workingDirectory: program.folder
      ).output()
      #expect(made.termination.succeeded)
      let answer = try await program("lint", ".")
      #expect(answer.status == 3)
      let told = "template `other\u{FFFD}.json` is not linted: its name is not UTF-8"
      #expect(answer.error.contains(told), "\(answer.error)")
    }
  }

  @Test func `a file whose name is not UTF-8 and that is no template is none of our business`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      let made = try await Command(
        ["sh", "-c", "echo '{}' > \"$(printf 'other\\377.json')\""], workingDirectory: program.folder
      ).output()
      #expect(made.termination.succeeded)
      let answer = try await program("lint", ".")
      #expect(answer.status == 0)
      #expect(!answer.error.contains("UTF-8"), "\(answer.error)")
    }
  }

  @Test func `links that lead in a circle are told of as such`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      let made = try await Command(
        ["sh", "-c", "ln -s a.json b.json && ln -s b.json a.json"], workingDirectory: program.folder
      ).output()
      #expect(made.termination.succeeded)
      let answer = try await program("lint", "a.json")
      #expect(answer.status == 2)
      #expect(answer.error.contains("its symbolic links lead in a circle"), "\(answer.error)")
    }
  }

  @Test func `a template given twice is linted once`() async throws {
    try await Program.with(["machine.json": #"{"builders": []}"#]) { program in
      let once = try await program("lint", "machine.json")
      let twice = try await program("lint", "machine.json", "./machine.json", ".")
      #expect(once.status == 1)
      #expect(twice.output == once.output)
    }
  }

  @Test(arguments: ["lint", "plan", "build", "test"])
  func `an absent template is a wrong path`(_ verb: String) async throws {
    try await Program.with { program in
      let answer = try await program(verb, "absent.json")
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.contains("cannot find `absent.json`: no such file or directory"))
    }
  }

  @Test(arguments: ["plan", "build", "test"])
  func `a folder is not one template`(_ verb: String) async throws {
    try await Program.with { program in
      let answer = try await program(verb, ".")
      #expect(answer.status == 2)
      #expect(answer.error.contains("`.` is a folder"))
    }
  }

  @Test func `a folder without templates is said to hold none`() async throws {
    try await Program.with(["package.json": "{}", "notes.yaml": "a: 1"]) { program in
      for arguments in [["lint"], ["lint", "."]] {
        let answer = try await program.run(arguments)
        #expect(answer.status == 0)
        #expect(answer.output == "")
        #expect(
          answer.error.contains(
            "nothing was linted: `.` holds no JSON or YAML file whose root has `builders`"))
      }
      let overview = try await program()
      #expect(overview.status == 0)
      #expect(
        overview.output.contains("No Packer template was found here") && overview.output.contains("Next: "))
    }
  }

  @Test(arguments: [
    ["lint", "--colour"], ["build", "x.json", "--engine", "podman!"], ["plan"], ["bake", "x.json"],
    ["machine.json"],
    ["test", "-xyz", "x.json"],
    ["verify", "x"], ["lint", "--stdin-filename", "a.json"], ["lint", "--fail-on", "fatal"],
    ["lint", "--format", "toml"],
    ["plan", "x.json", "-var", "novalue"], ["build", "x.json", "-parallel-builds", "-1"],
    ["lint", "--format", "json", "--report", "sarif"], ["rules", "explain", "packer/no-such"],
    ["image", "show", "none"],
  ])
  func `wrong usage ends with 2 and says what would be right`(_ arguments: [String]) async throws {
    try await Program.with { program in
      let answer = try await program.run(arguments)
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.split(separator: "\n").count >= 2, "\(answer.error)")
    }
  }
}
