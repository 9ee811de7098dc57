import DataSyntax
import Diagnostics
import Host
import Source
import Support
import Testing

@Suite struct LintCommandTests {
  private static let warned = #"{"builders": [{"type": "docker", "image": "debian", "commit": true}]}"# + "\n"

  @Test(arguments: ["build", "test", "plan"])
  func `a switch with an h in it is no call for help`(_ verb: String) async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      let answer = try await program(verb, "-machine-readable", "machine.json")
      #expect(answer.status == 2 && answer.error.contains("there is no switch `-machine-readable`"))
      for help in ["-h", "-qh"] { #expect(try await program(verb, help).status == 0) }
    }
  }

  @Test func `finds every planted fault at its place, and nothing else`() async throws {
    let planted = Set(try PlantedFault.all().map(\.place))
    let answer = try await Program(in: Repository.fixture("broken"))("lint", ".")
    #expect(answer.status == 1)
    let severities = [": error[", ": warning[", ": info["]
    let heads = answer.output.split(separator: "\n").filter { line in
      severities.contains { line.contains($0) }
    }
    let found = Set(heads.map { $0.split(separator: ":", maxSplits: 3)[..<3].joined(separator: ":") })
    #expect(found.subtracting(planted) == [])
    #expect(planted.subtracting(found) == [])
  }

  @Test func `finds nothing in the sound templates`() async throws {
    let answer = try await Program(in: Repository.fixture("pivot"))("lint", ".", "--fail-on", "info")
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.hasPrefix("no findings in "), "\(answer.output)")
    #expect(answer.error == "")
  }

  @Test(arguments: [".", "machine_ansible.json", "no-such-file.json"])
  func `a call without switches says what one with a switch says`(_ path: String) async throws {
    let program = Program(in: Repository.fixture("broken"))
    let plain = try await program("lint", path)
    let switched = try await program("lint", path, "--color=auto")
    #expect(plain.output == switched.output)
    #expect(plain.error == switched.error)
    #expect(plain.status == switched.status)
  }

  @Test func `output is the same each time and names no absolute path`() async throws {
    let program = Program(in: Repository.fixture("broken"))
    for arguments in [
      ["lint", "."], ["lint", ".", "--format", "json"], ["lint", ".", "--format", "sarif"],
    ] {
      let first = try await program.run(arguments)
      let second = try await program.run(arguments)
      #expect(first.output == second.output)
      #expect(!first.output.contains(Repository.root))
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `a signal ends lint at once, whatever it waits for`(_ name: String) async throws {
    try await Program.with { program in
      var signalled = program
      // Its standard input stays open and empty.
      signalled.wrapper = [
        "sh", "-c",
        #"mkfifo in; exec 3<>in; "$0" "$@" <in & program=$!; sleep 1; kill -\#(name) $program; wait $program"#,
      ]
      // Were it to wait on, the program's own deadline would end it.
      let answer = try await signalled("lint", "-")
      #expect(answer.status == 130, "\(answer.error)")
      #expect(answer.error == "error: interrupted\n")
    }
  }

  @Test func `standard input is a template with a name`() async throws {
    try await Program.with { program in
      let answer = try await program(
        "lint", "-", "--stdin-filename", "sub/machine.json", input: #"{"builders": []}"#)
      #expect(answer.status == 1)
      #expect(answer.output.contains("sub/machine.json:1:"))
      let yaml = try await program("lint", "-", "--stdin-filename", "machine.yaml", input: "builders: []\n")
      #expect(yaml.output.contains("machine.yaml:1:"))
    }
  }

  @Test func `as a hook it lints the template of a staged script and passes the rest over`() async throws {
    let template =
      #"{"builders": [{"type": "docker", "image": "a:1", "commit": true}], "provisioners": [{"type": "shell", "script": "s.sh"}]}"#
    try await Program.with([
      "machine.json": template, "s.sh": "echo\n", "package.json": "{}", "values.yaml": "{", "README": "",
    ]) { program in
      let answer = try await program(
        "lint", "--hook", "s.sh", "package.json", "values.yaml", "README", "--fail-on", "info")
      #expect(answer.status == 1)
      #expect(answer.output.contains("s.sh:1:1: "))
      #expect(!answer.output.contains("values.yaml"))
      let rest = try await program("lint", "--hook", "package.json", "values.yaml", "README")
      #expect(rest.status == 0)
      #expect(rest.output + rest.error == "")
    }
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("info", 1)])
  func `the threshold decides what fails`(_ threshold: String, _ status: Int) async throws {
    try await Program.with(["machine.json": Self.warned]) { program in
      let answer = try await program("lint", "--fail-on", threshold)
      #expect(answer.status == Int32(status))
    }
  }

  @Test(arguments: ["json", "sarif"])
  func `reports for machines are JSON`(_ format: String) async throws {
    let answer = try await Program(in: Repository.fixture("broken"))("lint", ".", "--format", format)
    let file = SourceFile(FileID("report.json"), bytes: Array(answer.output.utf8))
    let (tree, faults) = DataParser.parse(DerivedText(file), as: .json)
    #expect(faults.isEmpty)
    #expect(tree.root.kind == .mapping)
  }

  @Test func `a report that cannot be written is refused before the work`() async throws {
    try await Program.with(["machine.json": Self.warned]) { program in
      let answer = try await program("lint", "--report", "html:absent/report.html")
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.contains("`absent/report.html` cannot be written"))
      let written = try await program("lint", "--report", "html:report.html", "--report", "sarif:r.sarif")
      #expect(written.status == 0)
      let page = try CaseFolder.bytes(of: program.folder + "/report.html")
      #expect(String(decoding: page.prefix(15), as: UTF8.self).lowercased() == "<!doctype html>")
    }
  }

  @Test(arguments: [
    ["-var", "tag=1"], ["--var", "tag=1"], ["-var=tag=1"], ["--var=tag=1"], ["-var", "tag=-1"],
    ["-var-file", "v.json"],
    ["-var-file=v.json"], ["--var-file", "v.json"],
  ])
  func `variables are given as to packer`(_ spelling: [String]) async throws {
    let template = #"""
      {"variables": {"tag": null}, "builders": [{"type": "docker", "image": "a:t{{user `tag`}}", "commit": true}]}
      """#
    try await Program.with(["machine.json": template, "v.json": #"{"tag": "1"}"#]) { program in
      let plan = try await program.run(["plan", "machine.json"] + spelling)
      #expect(plan.status == 0, "\(plan.error)")
      #expect(plan.output.contains(spelling.last == "tag=-1" ? "a:t-1" : "a:t1"))
    }
  }

  @Test func `colour comes only where it was asked for`() async throws {
    try await Program.with(["machine.json": Self.warned]) { program in
      let plain = try await program("lint")
      let always = try await program("lint", "--color", "always")
      let never = try await program("lint", "--color", "never")
      #expect(!plain.output.contains("\u{1B}"))
      #expect(always.output.contains("\u{1B}"))
      #expect(!never.output.contains("\u{1B}"))
    }
  }

  @Test(arguments: ["machine.pkr.hcl", "machine.pkr.json"])
  func `HCL gets one notice`(_ name: String) async throws {
    try await Program.with([name: "source \"docker\" \"x\" {}\n"]) { program in
      for path in [name, "."] {
        let answer = try await program("lint", path)
        #expect(answer.status == 0)
        #expect(answer.output == "")
        #expect(answer.error.hasPrefix("note: `\(name)`: HCL2 templates are not analysed yet"))
      }
      let plan = try await program("plan", name)
      #expect(plan.status == 3)
      #expect(plan.error.contains("is written in HCL2"))
    }
  }

  @Test func `an absent path beside a template is told without losing the findings`() async throws {
    try await Program.with(["machine.json": Self.warned]) { program in
      let answer = try await program("lint", "machine.json", "absent.json")
      #expect(answer.status == 2)
      #expect(answer.output.contains("packer/floating-base-tag"))
      #expect(answer.error.contains("absent.json"))
    }
  }

  @Test func `bare ovenproof lints and names the next command`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      let sound = try await program()
      #expect(sound.status == 0, "\(sound.output)")
      #expect(sound.output.contains("Next: `ovenproof plan machine.json`"))
      let empty = #"{"builders": [], "provisioners": [{"type": "shell", "inline": ["true"]}]}"#
      try HostFile.write(Array(empty.utf8), to: program.folder + "/machine.json")
      let broken = try await program()
      #expect(broken.status == 1)
      #expect(
        broken.output.contains("Next: mend what is reported; `ovenproof rules explain packer/no-builders`"))
    }
  }

  @Test func `switches before the command are told to stand behind it`() async throws {
    try await Program.with { program in
      let answer = try await program("--color", "never", "lint", ".")
      #expect(answer.status == 2)
      #expect(answer.error.contains("switches stand behind the command"), "\(answer.error)")
      #expect(answer.error.contains("`ovenproof lint …`"), "\(answer.error)")
    }
  }

  @Test func `an empty name takes no build, as Packer has it`() async throws {
    let template = #"{"builders": [{"type": "docker", "nope": 1}]}"#
    try await Program.with(["machine.json": template]) { program in
      let none = try await program("lint", "--profile", "validate", "-only=", "machine.json")
      #expect(none.status == 0, "\(none.output)")
      let told = try await program("lint", "-only=docker,", "machine.json")
      #expect(told.status == 1)
      #expect(told.output.contains("`-only` holds an empty name, which no build has"), "\(told.output)")
    }
  }

  @Test func `an empty path is no path`() async throws {
    try await Program.with { program in
      let answer = try await program("lint", "")
      #expect(answer.status == 2 && answer.error.contains("a path is empty"), "\(answer.error)")
    }
  }

  @Test func `templates and variables come by pipes of the shell, too`() async throws {
    let template =
      #"{"variables": {"base": null}, "builders": [{"type": "docker", "image": "{{user `base`}}", "comit": true}]}"#
    try await Program.with(["machine.json": template]) { program in
      var program = program
      let line = #""$0" "$@" <(cat machine.json) -var-file <(printf '{"base": "debian:12.1"}')"#
      program.wrapper = ["bash", "-c", line]
      let answer = try await program("lint")
      #expect(answer.status == 1 && answer.error.isEmpty, "\(answer.error)")
      #expect(answer.output.contains("did you mean `commit`?"), "\(answer.output)")
      #expect(!answer.output.contains("packer/unset-required-variable"), "\(answer.output)")
      #expect(!answer.output.contains("regular file"), "\(answer.output)")
    }
  }

  @Test func `a command line that cannot be read begins as every error does`() async throws {
    try await Program.with { program in
      for arguments in [["lint", "--nope"], ["plan"], ["verify", "nope"], ["lint", "-var", "a", "x"]] {
        let answer = try await program.run(arguments)
        #expect(answer.status == 2)
        #expect(answer.error.hasPrefix("error: "), "\(answer.error)")
      }
    }
  }

  @Test func `a text that is too short is told its bounds`() async throws {
    try await Program.with { program in
      let answer = try await program(
        "lint", "-", input: #"{"builders": [{"type": "amazon-ebs", "ami_name": "x"}]}"#)
      #expect(answer.output.contains("help: give it at least 3 and at most 128 bytes"), "\(answer.output)")
    }
  }

  @Test(arguments: ["text", "sarif", "junit", "html"])
  func `a secret is shown nowhere, however often it is written`(_ format: String) async throws {
    let template = #"""
      {"builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true, "login": true,
        "login_username": "u", "login_password": "Zq7-Planted-x1", "login_server": "Zq7-Planted-x1/registry"}],
       "provisioners": [{"type": "shell", "environment_vars": ["P=Zq7-Planted-x1"], "inlin": ["x Zq7-Planted-x1"]}]}
      """#
    try await Program.with { program in
      let answer = try await program("lint", "-", "--format", format, input: template)
      #expect(answer.output.contains("inlin"), "\(answer.output)")
      #expect(!answer.output.contains("Zq7-Planted"), "\(answer.output)")
    }
  }

  @Test func `of a misspelt option nobody knows which fields it is given`() async throws {
    let step = #"{"type": "shell", "inline": ["true"], "execute_comand": "{{.Vars}} sh {{.Path}}"}"#
    try await Program.with { program in
      let answer = try await program(
        "lint", "-",
        input: #"{"builders": [{"type": "null", "communicator": "none"}], "provisioners": [\#(step)]}"#)
      #expect(answer.output.contains("did you mean `execute_command`?"), "\(answer.output)")
      #expect(!answer.output.contains("packer/unknown-field"), "\(answer.output)")
    }
  }

  @Test func `lint needs no home`() async throws {
    try await Program.with(["machine.json": Program.template]) { program in
      var program = program
      program.wrapper = [
        "env", "-u", "HOME", "-u", "OVENPROOF_HOME", "-u", "XDG_DATA_HOME", "-u", "XDG_CACHE_HOME",
      ]
      let answer = try await program("lint")
      #expect(answer.status == 0, "\(answer.error)")
      let list = try await program("image", "list")
      #expect(list.status == 3)
      #expect(list.error.contains("set OVENPROOF_HOME to a folder"))
    }
  }
}
