import Host
import Support
import Testing

/// The configuration as commands take it, show it and propose it.
@Suite struct SettingsCommandTests {
  private static let files = [
    ".git/HEAD": "",
    "packer/web.json": """
    {"variables": {"release": null, "region": "eu"},
     "builders": [{"type": "docker", "image": "debian:{{user `release`}}", "commit": true}],
     "provisioners": [{"type": "shell", "script": "setup.sh"},
                      {"type": "shell", "inline": ["echo {{user `region`}} > /etc/region"]}]}

    """,
    "packer/setup.sh": "#!/bin/sh\nset -e\ntrue\n", "packer/old.json": #"{"release": "11.1"}"#,
    "packer/new.json": #"{"release": "12.1"}"#,
    ".ovenproof.yaml": """
    rules: {packer/floating-base-tag: off}
    fail-on: warning
    templates:
      - {path: packer/*.json, name: old, working-directory: packer, var-files: [packer/old.json]}
      - path: packer/web.json
        name: new
        working-directory: packer
        var-files: [packer/new.json]
        vars: {region: us}

    """,
  ]

  @Test(arguments: [
    (["--entry", "old"], "debian:11.1", "echo eu"), (["--entry", "new"], "debian:12.1", "echo us"),
    (["--entry", "new", "-var", "region=ap"], "debian:12.1", "echo ap"),
    (["-var-file=packer/old.json"], "debian:11.1", "echo eu"),
  ])
  func `a plan is that of one entry`(arguments: [String], image: String, line: String) async throws {
    try await Program.with(Self.files) { program in
      let answer = try await program.run(["plan", "packer/web.json", "--format", "json"] + arguments)
      #expect(answer.status == 0, "\(answer.error)")
      #expect(answer.output.contains(image), "\(answer.output)")
      #expect(answer.output.contains(line), "\(answer.output)")
      #expect(answer.output.contains("\"path\": \"packer/setup.sh\""), "\(answer.output)")
    }
  }

  @Test(arguments: ["plan", "build", "test"])
  func `of several entries one is to be chosen`(verb: String) async throws {
    try await Program.with(Self.files) { program in
      let many = try await program(verb, "packer/web.json")
      #expect(many.status == 2)
      #expect(many.error.contains("`packer/web.json` is built in 2 ways: `old`, `new`"), "\(many.error)")
      let typo = try await program(verb, "packer/web.json", "--entry", "nw")
      #expect(typo.status == 2)
      #expect(typo.error.contains("did you mean `new`?"), "\(typo.error)")
    }
  }

  @Test func `a plan knows the components of the repository`() async throws {
    var files = Self.files
    files[".ovenproof.yaml"] = "components: [facts]\n"
    files["facts/builders/house.yaml"] = """
      options:
        flavour: {type: string, required: true}

      """
    files["house.json"] = #"{"builders": [{"type": "house", "flavour": "small"}]}"#
    try await Program.with(files) { program in
      let answer = try await program("plan", "house.json")
      #expect(answer.status == 0, "\(answer.error)")
      HostFile.remove(program.folder + "/.ovenproof.yaml")
      #expect(try await program("plan", "house.json").error.contains("house"))
    }
  }

  @Test func `settings are shown with where they come from`() async throws {
    try await Program.with(Self.files) { program in
      let text = try await program(
        "lint", "--show-settings", "packer/web.json", "--fail-on", "error", "-var", "region=x")
      #expect(text.status == 0, "\(text.error)")
      let rows = text.output.split(separator: "\n").map { row in
        row.split(separator: " ").joined(separator: " ")
      }
      for row in [
        "SETTING VALUE FROM", "select all rules default",
        "rules.packer/floating-base-tag off .ovenproof.yaml:1:9", "fail-on error command line",
        "templates.old.working-directory packer .ovenproof.yaml:4:57",
        "templates.new.vars.region set .ovenproof.yaml:9:20", "var.region set command line",
      ] {
        #expect(rows.contains(row), "\(row) in \(text.output)")
      }
      // What a variable is set to may be a secret.
      #expect(!text.output.contains(" us ") && !text.output.contains(" x "))
    }
  }

  @Test func `settings are shown as JSON`() async throws {
    try await Program.with(Self.files) { program in
      let json = try await program("lint", "--show-settings", "--settings-format", "json")
      #expect(json.status == 0)
      #expect(json.output.contains("\"schema\": \"ovenproof/settings/1\""))
      #expect(json.output.contains("\"name\": \"fail-on\",\n      \"value\": \"warning\""), "\(json.output)")
      #expect(
        json.output.contains(
          "\"kind\": \"file\",\n        \"file\": \".ovenproof.yaml\",\n        \"line\": 2"))
      #expect(json.output.contains("\"kind\": \"default\""))
    }
  }

  @Test func `a setting that means nothing is shown as a fault`() async throws {
    try await Program.with([".git/HEAD": "", ".ovenproof.yaml": "rulez: {}\n"]) { program in
      let answer = try await program("lint", "--show-settings")
      #expect(answer.status == 1)
      #expect(answer.error.contains("did you mean `rules`?"), "\(answer.error)")
    }
  }

  @Test func `init writes what is missing, and overwrites nothing`() async throws {
    var files = Self.files
    files[".ovenproof.yaml"] = nil
    files["Makefile"] = "lint:\n\ttrue\nimage:\n\tcd packer && packer build -var-file=new.json web.json\n"
    files[".gitlab-ci.yml"] = "test: {script: [make]}\n"
    try await Program.with(files) { program in
      let shown = try await program("init")
      #expect(shown.status == 0)
      #expect(shown.output.contains("# .gitlab-ci.yml, which is there already: add to it"), "\(shown.output)")
      #expect(shown.output.contains("lint-templates:\n\tovenproof lint\n"), "\(shown.output)")
      #expect(!shown.output.contains("runs-on"))
      let written = try await program("init", "--write")
      #expect(written.output.contains("wrote .ovenproof.yaml\n"), "\(written.output)")
      #expect(written.output.contains("wrote .pre-commit-config.yaml\n"))
      let settings = try CaseFolder.bytes(of: program.folder + "/.ovenproof.yaml")
      #expect(String(decoding: settings, as: UTF8.self).contains("var-files: [packer/new.json]"))
      let again = try await program("init", "--write", "--ci", "github")
      #expect(again.output.contains("wrote .github/workflows/ovenproof.yml\n"), "\(again.output)")
      #expect(!again.output.contains("wrote .ovenproof.yaml"))
      #expect(try CaseFolder.bytes(of: program.folder + "/.ovenproof.yaml") == settings)
      #expect(try await program("lint", "packer/web.json").status == 0)
    }
  }
}
