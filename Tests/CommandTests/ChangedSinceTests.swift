import DataSyntax
import Host
import Source
import Support
import Testing

/// `lint --changed-since` asks a real git what a branch concerns.
@Suite struct ChangedSinceTests {
  private static func template(_ script: String) -> String {
    #"{"builders": [{"type": "docker", "image": "debian", "commit": true}], "#
      + #""provisioners": [{"type": "shell", "script": "\#(script)"}]}"# + "\n"
  }

  private static let files = [
    "web.json": template("scripts/web.sh"), "db.json": template("scripts/db.sh"),
    "mail.json": template("scripts/mail.sh"), "scripts/web.sh": "#!/bin/sh\nset -e\ntrue web\n",
    "scripts/db.sh": "#!/bin/sh\nset -e\ntrue db\n", "scripts/mail.sh": "#!/bin/sh\nset -e\ntrue mail\n",
    "below/own.json": template("bin/own.sh"), "below/bin/own.sh": "#!/bin/sh\nset -e\ntrue own\n",
    "notes.md": "notes\n", ".gitignore": ".home/\nbuild/\n",
  ]

  /// A repository on a branch; `main` went on by a commit of its own after the branch left it.
  private static func with(_ body: (Program) async throws -> Void) async throws {
    try await Program.with(files) { program in
      try await git(program, "init -q -b main && git add -A && git commit -q -m one")
      try await git(program, "checkout -q -b topic")
      try await git(program, "checkout -q main && echo true >> scripts/mail.sh && git commit -q -a -m two")
      try await git(program, "checkout -q topic")
      try await body(program)
    }
  }

  private static func git(_ program: Program, _ words: String) async throws {
    let identity = ["GIT_AUTHOR", "GIT_COMMITTER"].flatMap { [("\($0)_NAME", "x"), ("\($0)_EMAIL", "x@x")] }
    var environment = Dictionary(uniqueKeysWithValues: identity)
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    let command = Command(
      ["sh", "-ec", "git " + words], environment: .inherited(adding: environment),
      workingDirectory: program.folder)
    let output = try await command.output()
    let said = String(decoding: output.error, as: UTF8.self)
    #expect(output.termination.succeeded, "\(words): \(said)")
  }

  /// The templates that were linted: each has a finding.
  private static func templates(_ program: Program, _ arguments: String...) async throws -> [String] {
    let answer = try await program.run(["lint", "--changed-since", "main", "--format", "json"] + arguments)
    let file = SourceFile(FileID("lint.json"), bytes: Array(answer.output.utf8))
    let findings = DataParser.parse(DerivedText(file), as: .json).tree.root["findings"]?.items ?? []
    return Set(
      findings.filter { $0["rule"]?.string == "packer/floating-base-tag" }.compactMap { $0["file"]?.string }
    ).sorted()
  }

  @Test func `what main did since concerns nobody`() async throws {
    try await Self.with { program in
      let templates = try await Self.templates(program)
      #expect(templates == [])
    }
  }

  @Test(arguments: [
    ("echo true >> scripts/web.sh", ["web.json"]),
    ("echo true >> scripts/web.sh && git add -A", ["web.json"]),
    ("echo true >> scripts/web.sh && git commit -q -a -m three", ["web.json"]),
    ("echo >> db.json", ["db.json"]), ("echo >> notes.md", []),
    ("git mv scripts/db.sh scripts/data.sh", ["db.json"]), ("git mv db.json data.json", ["data.json"]),
    ("git rm -q scripts/web.sh && git commit -q -m gone", ["web.json"]),
    ("git mv below/bin/own.sh below/bin/moved.sh", ["below/own.json"]),
    ("git rm -q below/bin/own.sh", ["below/own.json"]),
    ("cp web.json new.json", ["new.json"]), ("mkdir build && cp web.json build/new.json", []),
    ("echo true >> scripts/web.sh && git commit -q -a -m a && echo >> db.json", ["db.json", "web.json"]),
    ("git merge -q -m both main", []),
  ])
  func `templates that a change concerns are linted`(change: String, templates: [String]) async throws {
    try await Self.with { program in
      try await Self.git(program, "status >/dev/null && \(change)")
      #expect(try await Self.templates(program) == templates)
    }
  }

  @Test func `paths bound what is linted`() async throws {
    try await Self.with { program in
      try await Self.git(program, "status >/dev/null && echo true | tee -a scripts/web.sh scripts/db.sh")
      #expect(try await Self.templates(program, "web.json") == ["web.json"])
    }
  }

  @Test func `from a folder below, each template is looked at once, by the way there`() async throws {
    try await Self.with { program in
      try await Self.git(
        program,
        "status >/dev/null && echo 'fail-on: warning' >.ovenproof.yaml && git add -A && echo >> db.json")
      var below = program
      below.folder += "/below"
      let answer = try await below("lint", "--changed-since", "main")
      #expect(!answer.output.contains(program.folder), "\(answer.output)")
      let told = answer.output.split(separator: "\n").filter { $0.contains("[packer/floating-base-tag]") }
      #expect(told.count { $0.hasPrefix("../db.json:1:") } == 1, "\(answer.output)")
    }
  }

  @Test func `the repository is that of the path`() async throws {
    try await Self.with { program in
      try await Self.git(program, "status >/dev/null && echo >> db.json")
      var elsewhere = program
      elsewhere.folder = "/usr"
      elsewhere.environment["OVENPROOF_HOME"] = program.folder + "/.home"
      let templates = try await Self.templates(elsewhere, program.folder)
      #expect(templates == [program.folder + "/db.json"])
    }
  }

  @Test func `a reference that git does not know, and a folder without git, are told`() async throws {
    try await Self.with { program in
      for reference in ["absent", "--output=x"] {
        let answer = try await program("lint", "--changed-since=\(reference)")
        #expect(answer.status == 2 && answer.error.contains("git knows no commit"), "\(answer.error)")
      }
    }
    try await Program.with(["web.json": Self.files["web.json"] ?? ""]) { program in
      var program = program
      program.environment["GIT_CEILING_DIRECTORIES"] = HostFile.folder(of: program.folder)
      let answer = try await program("lint", "--changed-since", "main")
      #expect(answer.status == 3 && answer.error.contains("no git repository"), "\(answer.error)")
    }
  }
}
