import DataSyntax
import Host
import Source
import Support
import Testing

/// The findings of an old repository are kept apart, whatever moves around them.
@Suite struct BaselineCommandTests {
  private static let file = ".ovenproof-baseline.json"

  private static func builder(_ name: String, image: String) -> String {
    #"    {"type": "docker", "name": "\#(name)", "image": "\#(image)", "commit": true}"#
  }

  private static func template(_ builders: [String], above: String = "") -> String {
    "{\n\(above)  \"builders\": [\n" + builders.joined(separator: ",\n") + "\n  ]\n}\n"
  }

  private static let old = template([builder("web", image: "debian")])

  /// A repository with a configuration that names the baseline, and its old template in it.
  private static func with(_ body: (Program) async throws -> Void) async throws {
    try await Program.with([
      ".git/HEAD": "", ".ovenproof.yaml": "baseline: \(file)\nfail-on: warning\n", "machine.json": old,
    ]) { program in
      let created = try await program("baseline", "create")
      #expect(created.status == 0, "\(created.error)")
      #expect(created.output == "\(file): 1 finding\n")
      try await body(program)
    }
  }

  private static func write(_ text: String, as name: String = "machine.json", in program: Program) throws {
    try HostFile.write(Array(text.utf8), to: program.folder + "/" + name)
  }

  /// The rules of what is found, and how much is kept apart.
  private static func lint(_ program: Program, _ arguments: String...) async throws -> (
    status: Int32, rules: [String], suppressed: Int
  ) {
    let answer = try await program.run(["lint", "--format", "json"] + arguments)
    let file = SourceFile(FileID("lint.json"), bytes: Array(answer.output.utf8))
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    return (
      answer.status, (root["findings"]?.items ?? []).compactMap { $0["rule"]?.string },
      root["suppressed"]?.items.count ?? 0
    )
  }

  @Test func `what was there is kept apart, and a report says that it was kept outside the file`()
    async throws
  {
    try await Self.with { program in
      #expect(try await Self.lint(program) == (0, [], 1))
      let sarif = try await program("lint", "--format", "sarif").output
      #expect(sarif.contains("\"kind\": \"external\"") && !sarif.contains("\"inSource\""))
    }
  }

  @Test func `moved lines and new neighbours change nothing, what is new stands out`() async throws {
    try await Self.with { program in
      let moved = Self.template(
        [
          Self.builder("first", image: "debian@sha256:\(String(repeating: "a", count: 64))"),
          "\n\n" + Self.builder("web", image: "debian"),
        ], above: "  \"description\": \"moved\",\n\n")
      try Self.write(moved, in: program)
      #expect(try await Self.lint(program) == (0, [], 1))
      try Self.write(
        Self.template([Self.builder("web", image: "debian"), Self.builder("new", image: "ubuntu")]),
        in: program)
      #expect(try await Self.lint(program) == (1, ["packer/floating-base-tag"], 1))
    }
  }

  @Test func `update takes in what is new, and what is mended out`() async throws {
    try await Self.with { program in
      try Self.write(Self.template([Self.builder("new", image: "ubuntu")]), in: program)
      #expect(try await Self.lint(program).status == 1)
      let updated = try await program("baseline", "update")
      #expect(updated.status == 0)
      #expect(updated.output == "\(Self.file): 1 finding, before 1\n")
      #expect(try await Self.lint(program) == (0, [], 1))
    }
  }

  @Test func `a mended finding is told as stale until it is pruned, and nothing new comes in`() async throws {
    try await Self.with { program in
      try Self.write(Self.template([Self.builder("new", image: "ubuntu")]), in: program)
      #expect(
        try await Self.lint(program).rules.sorted() == ["lint/stale-baseline", "packer/floating-base-tag"])
      let pruned = try await program("baseline", "prune")
      #expect(pruned.output == "\(Self.file): 0 findings, before 1\n")
      #expect(try await Self.lint(program) == (1, ["packer/floating-base-tag"], 0))
    }
  }

  @Test func `of a part of the repository only that part is updated`() async throws {
    try await Self.with { program in
      try Self.write(Self.old, as: "other.json", in: program)
      #expect(
        try await program("baseline", "update", "other.json").output == "\(Self.file): 2 findings, before 1\n"
      )
      try Self.write(Self.template([]), as: "other.json", in: program)
      #expect(
        try await program("baseline", "prune", "other.json").output == "\(Self.file): 1 finding, before 2\n")
    }
  }

  @Test func `without a file nothing is updated, and one that is there is not replaced`() async throws {
    try await Self.with { program in
      let again = try await program("baseline", "create")
      #expect(again.status == 2 && again.error.contains("is there already"))
      HostFile.remove(program.folder + "/" + Self.file)
      for verb in ["update", "prune"] {
        let answer = try await program("baseline", verb)
        #expect(answer.status == 2 && answer.error.contains("does not exist"), "\(verb)")
      }
      try Self.write("{}", as: Self.file, in: program)
      #expect(try await program("baseline", "update").status == 1)
      #expect(try await Self.lint(program).rules.contains("lint/broken-baseline"))
    }
  }

  @Test func `faults of syntax and settings are never taken in`() async throws {
    try await Self.with { program in
      try Self.write(#"{"builders": [{"type": "docker""#, in: program)
      #expect(try await program("baseline", "update").output == "\(Self.file): 0 findings, before 1\n")
      #expect(try await Self.lint(program).rules.contains("data/broken-json"))
    }
  }
}
