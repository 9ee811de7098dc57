import DataSyntax
import Host
import Source
import Support
import Testing

@Suite(.enabled(if: Checkers.areThere)) struct SchemaCommandTests {
  private static let hasCorpus = Materials.has("corpus/truth.json")

  /// Writes the schema of templates and judges files by it.
  private static func judge(_ files: [String]) async throws -> (status: Int32, text: String) {
    try await TemporaryFolder.with { folder in
      let schema = try await Program(in: folder)("schema", "template")
      try HostFile.write(Array(schema.output.utf8), to: folder + "/template.schema.json")
      return try await Checkers.run(
        [
          Checkers.path("check-jsonschema"), "--schemafile", folder + "/template.schema.json",
          "--default-filetype",
          "json",
        ] + files)
    }
  }

  @Test func `the schema of templates is a schema`() async throws {
    try await TemporaryFolder.with { folder in
      let path = folder + "/template.schema.json"
      try HostFile.write(Array(try await Program(in: folder)("schema", "template").output.utf8), to: path)
      let answer = try await Checkers.run([Checkers.path("check-jsonschema"), "--check-metaschema", path])
      #expect(answer.status == 0, "\(answer.text)")
    }
  }

  @Test func `a plugin's types and components of one's own are known to the schema`() async throws {
    let files = [
      "m.json": """
      {"builders": [{"type": "lab", "size": 3}, {"type": "arm-image", "anything": 1}]}
      """,
      ".ovenproof.yaml": "components: [packer]\n", "packer/builders/lab.yaml": "options: {size: int}\n",
    ]
    try await Program.with(files) { program in
      let schema = try await program("schema", "template")
      try HostFile.write(Array(schema.output.utf8), to: program.folder + "/schema.json")
      let answer = try await Checkers.run([
        Checkers.path("check-jsonschema"), "--schemafile", program.folder + "/schema.json",
        program.folder + "/m.json",
      ])
      #expect(answer.status == 0, "\(answer.text)")
    }
  }

  @Test func `sound templates fit, in JSON and in YAML`() async throws {
    let names = ["machine.yaml", "machine_ansible.json", "machine_chef.json", "machine_puppet.json"]
    let answer = try await Self.judge(names.map { Repository.fixture("pivot/\($0)") })
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test(
    "What is wrong is refused, and what is weakly typed is not",
    arguments: [
      (#""image": "a", "commit": "{{user `x`}}", "pull": 0, "volumes": {"a": 1}"#, true),
      (#""image": "a", "commit": true, "changes": "USER x""#, true),
      (#""build": {"path": "Dockerfile"}, "commit": true"#, true),
      (#""image": "a", "commit": "yes""#, false), (#""image": "a", "comit": true, "commit": true"#, false),
      (#""commit": true"#, false), (#""image": "a""#, false), (#""image": {}, "commit": true"#, false),
      (#""image": "a", "commit": true, "communicator": "shh""#, false),
      (#""image": "a", "commit": true, "communicator": "{{user `c`}}""#, true),
      (#""image": "a", "commit": true, "ssh_timeout": "10 minutes""#, false),
      (#""image": "a", "commit": true, "login_email": "a@example.com""#, false),
    ])
  func options(_ options: String, _ fits: Bool) async throws {
    try await TemporaryFolder.with { folder in
      let path = folder + "/machine.json"
      try HostFile.write(
        Array(#"{"_note": "x", "builders": [{"type": "docker", \#(options)}]}"#.utf8), to: path)
      let answer = try await Self.judge([path])
      #expect((answer.status == 0) == fits, "\(answer.text)")
    }
  }

  @Test("Every public template that Packer takes fits", .enabled(if: hasCorpus))
  func corpus() async throws {
    let bytes = try CaseFolder.bytes(of: Materials.path("corpus/truth.json") ?? "")
    let truth = DataParser.parse(DerivedText(SourceFile(FileID("truth.json"), bytes: bytes)), as: .json).tree
      .root
    let files = truth.items.filter { $0["valid"]?.bool == true }.compactMap { entry -> String? in
      guard let folder = entry["dir"]?.string, let path = entry["path"]?.string else { return nil }
      return Materials.path("corpus/templates/\(folder)/\(path)")
    }
    #expect(files.count > 50)
    let answer = try await Self.judge(files)
    #expect(answer.status == 0, "\(answer.text)")
  }

  @Test func `the schemas of reports are printed, and a misspelt name is refused`() async throws {
    let program = Program(in: Repository.root)
    let file = try CaseFolder.bytes(of: Repository.root + "/docs/schemas/run-1.schema.json")
    #expect(try await program("schema", "run").output == String(decoding: file, as: UTF8.self))
    let typo = try await program("schema", "templates")
    #expect(typo.status == 2)
    #expect(typo.error.contains("did you mean `template`?"))
  }
}
