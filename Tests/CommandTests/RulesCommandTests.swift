import DataSyntax
import Host
import Source
import Support
import Testing

@Suite struct RulesCommandTests {
  private static func json(_ text: String) -> DataNode {
    DataParser.parse(DerivedText(SourceFile(FileID("answer.json"), bytes: Array(text.utf8))), as: .json).tree
      .root
  }

  @Test func `the list can be narrowed`() async throws {
    let program = Program(in: Repository.root)
    let all = try await program("rules", "list")
    let chef = try await program(
      "rules", "list", "--family", "chef", "--severity", "error", "--format", "json")
    let rules = try #require(Self.json(chef.output)["rules"]).items
    #expect(!rules.isEmpty && rules.count < all.output.split(separator: "\n").count)
    #expect(
      rules.allSatisfy { $0["id"]?.string?.hasPrefix("chef/") == true && $0["severity"]?.string == "error" })
    let tagged = try await program("rules", "list", "--tag", "secrets", "--tag", "shell")
    #expect(tagged.output.contains("packer/plain-secret") && tagged.output.contains("shell/no-shebang"))
    #expect(!tagged.output.contains("data/duplicate-key"))
  }

  @Test(arguments: [
    ("--family", "cheff", "did you mean `chef`?"), ("--tag", "sekrets", "did you mean `secrets`?"),
  ])
  func `a misspelt word is refused`(_ option: String, _ word: String, _ help: String) async throws {
    let answer = try await Program(in: Repository.root)("rules", "list", option, word)
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.contains(help), "\(answer.error)")
  }

  @Test func `a page is explained by its id, or by the fault's name alone`() async throws {
    let program = Program(in: Repository.root)
    let whole = try await program("rules", "explain", "packer/floating-base-tag")
    #expect(whole.output.hasPrefix("packer/floating-base-tag  severity: warning"))
    #expect(whole.output.contains("## Reported"))
    #expect(try await program("rules", "explain", "floating-base-tag").output == whole.output)
    let typo = try await program("rules", "explain", "packer/floating-base-tags")
    #expect(typo.status == 2)
    #expect(typo.error.contains("did you mean `packer/floating-base-tag`?"))
  }

  @Test func `a fault's name that several families have is answered with all of them`() async throws {
    let answer = try await Program(in: Repository.root)("rules", "explain", "plain-secret")
    #expect(answer.status == 2)
    #expect(answer.error.contains("`chef/plain-secret`") && answer.error.contains("`packer/plain-secret`"))
  }

  @Test func `rules of the configuration are listed, and asked whatever is selected`() async throws {
    let files = [
      "m.json": #"{"builders": [{"type": "docker", "image": "a:1", "commit": true}]}"#,
      ".ovenproof.yaml": """
      select: [packer/unused-variable]
      own-rules:
        - id: team/own-registry
          at: /builders/*/image
          when: {not: {have-prefix: registry.example.com/}}
          message: image `{value}` is not ours

      """,
    ]
    try await Program.with(files) { program in
      let list = try await program("rules", "list", "--family", "team")
      #expect(list.output.hasPrefix("team/own-registry  "), "\(list.output)\(list.error)")
      let lint = try await program("lint", "m.json", "--format", "json")
      let found = Self.json(lint.output)["findings"]?.items.compactMap { $0["rule"]?.string }
      #expect(found == ["team/own-registry"])
    }
  }

  @Test func `findings are counted by rule`() async throws {
    let template = #"""
      {"_ovenproof-1": "allow packer/floating-base-tag at /builders/0/image -- a trial",
       "builders": [{"type": "docker", "image": "a", "comit": true, "discard": true},
                    {"type": "docker", "name": "b", "image": "b", "comit": true, "discard": true}]}
      """#
    try await Program.with(["machine.json": template]) { program in
      let answer = try await program("rules", "stats", "--format", "json")
      #expect(answer.status == 0, "\(answer.error)")
      let document = Self.json(answer.output)
      let first = document["rules"]?.items.first
      #expect(first?["id"]?.string == "packer/unknown-option" && first?["findings"]?.integer == 2)
      let tag = document["rules"]?.items.first { $0["id"]?.string == "packer/floating-base-tag" }
      #expect(tag?["findings"]?.integer == 1 && tag?["allowed"]?.integer == 1 && tag?["files"]?.integer == 1)
      #expect(document["summary"]?["allowed"]?.integer == 1)
      let text = try await program("rules", "stats", "machine.json")
      #expect(
        text.output.hasPrefix("findings  files  fixable  allowed  severity  rule\n2 "), "\(text.output)")
      #expect(text.output.contains("2 errors, 1 warning in 1 file, 1 allowed"), "\(text.output)")
    }
  }

  @Test(.enabled(if: Checkers.areThere), arguments: [("rules", ["list"]), ("rule-stats", ["stats", "."])])
  func `answers for machines fit their schemas`(_ shape: String, _ words: [String]) async throws {
    try await TemporaryFolder.with { folder in
      let answer = try await Program(in: Repository.fixture("broken")).run(
        ["rules"] + words + ["--format", "json"])
      let path = folder + "/answer.json"
      try HostFile.write(Array(answer.output.utf8), to: path)
      let schema = Repository.root + "/docs/schemas/\(shape)-1.schema.json"
      let judged = try await Checkers.run([Checkers.path("check-jsonschema"), "--schemafile", schema, path])
      #expect(judged.status == 0, "\(judged.text)")
    }
  }
}
