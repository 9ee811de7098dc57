import Host
import Support
import Testing

/// Reports for forges name files as the forge knows them, wherever the program ran.
@Suite struct ForgeReportTests {
  private static let files = [
    ".git/HEAD": "ref: refs/heads/main\n",
    "images/machine.json": """
    {"_ovenproof-1": "allow packer/no-artifact at /builders/0/type -- a trial", "builders": [{"type": "docker", "image": "debian"}]}
    """,
  ]

  private static func with(_ body: (Program) async throws -> Void) async throws {
    try await Program.with(files) { program in
      var program = program
      program.folder += "/images"
      try await body(program)
    }
  }

  @Test(arguments: [
    ("sarif", "\"uri\": \"images/machine.json\""), ("gitlab", "\"path\": \"images/machine.json\""),
    ("github", "file=images/machine.json,"), ("rdjson", "\"path\": \"machine.json\""),
    ("checkstyle", "<file name=\"machine.json\">"), ("json", "\"file\": \"machine.json\""),
  ])
  func `paths count from where the readers look`(_ format: String, _ path: String) async throws {
    try await Self.with { program in
      let answer = try await program("lint", "machine.json", "--format", format)
      #expect(answer.output.contains(path), "\(answer.output)\(answer.error)")
    }
  }

  @Test func `GitHub gets no suppressed results, which it would show as open`() async throws {
    try await Self.with { program in
      var program = program
      program.environment["GITHUB_ACTIONS"] = ""
      let plain = try await program("lint", "machine.json", "--format", "sarif")
      #expect(plain.output.contains("\"justification\": \"a trial\""), "\(plain.output)")
      program.environment["GITHUB_ACTIONS"] = "true"
      let github = try await program("lint", "machine.json", "--format", "sarif")
      #expect(!github.output.contains("suppressions"))
    }
  }

  @Test func `the summary page of a job is added to`() async throws {
    try await Self.with { program in
      var program = program
      let page = program.folder + "/summary.md"
      try HostFile.write(Array("before\n".utf8), to: page)
      program.environment["GITHUB_STEP_SUMMARY"] = page
      _ = try await program("lint", "machine.json", "--format", "text")
      _ = try await program("lint", "machine.json", "--format", "github")
      let text = String(decoding: try CaseFolder.bytes(of: page), as: UTF8.self)
      #expect(text.hasPrefix("before\n### ovenproof: "))
      #expect(text.contains("| warning | images/machine.json:1:"), "\(text)")
    }
  }
}
