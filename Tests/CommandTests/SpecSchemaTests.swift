import Host
import Support
import Testing

/// The schema of specs knows what the reader knows.
@Suite(.enabled(if: Checkers.areThere)) struct SpecSchemaTests {
  /// Writes the schema, and judges files by it.
  private static func judge(_ files: [String]) async throws -> (status: Int32, text: String) {
    try await TemporaryFolder.with { folder in
      let schema = try await Program(in: folder)("schema", "spec")
      try HostFile.write(Array(schema.output.utf8), to: folder + "/spec.schema.json")
      return try await Checkers.run(
        [Checkers.path("check-jsonschema"), "--schemafile", folder + "/spec.schema.json"] + files)
    }
  }

  /// The specs of the fixtures, those that are faulty or are not.
  private static func specs(faulty: Bool) throws -> [String] {
    let disk = Disk(workingDirectory: Repository.fixture("specs"))
    let folders = try disk.list(".").filter { $0.hasPrefix("faults-") == faulty }
    return folders.flatMap { ["\($0)/spec.yaml", "\($0)/spec.json"] }.filter { disk.status($0) != nil }
      .map { Repository.fixture("specs/\($0)") }
  }

  @Test func `The schema of specs is a schema`() async throws {
    try await TemporaryFolder.with { folder in
      let path = folder + "/spec.schema.json"
      try HostFile.write(Array(try await Program(in: folder)("schema", "spec").output.utf8), to: path)
      let answer = try await Checkers.run([Checkers.path("check-jsonschema"), "--check-metaschema", path])
      #expect(answer.status == 0, "\(answer.text)")
    }
  }

  @Test func `Every sound spec of the fixtures fits`() async throws {
    let disk = Disk(workingDirectory: Repository.fixture("pivot"))
    let own = try disk.list(".").filter { $0.hasSuffix(".spec.yaml") }
      .map { Repository.fixture("pivot/\($0)") }
    let files = try Self.specs(faulty: false) + own
    #expect(files.count > 20)
    let answer = try await Self.judge(files)
    #expect(answer.status == 0, "\(answer.text)")
  }

  /// What only the reader can tell: broken syntax, names, values, and what is beyond a single file.
  private static let beyondSchemas = [
    "syntax", "nothing", "skipped", "includes", "values", "secrets", "diff", "globs", "references",
    "spellings",
  ]

  @Test func `Specs with wrong words are refused`() async throws {
    let files = try Self.specs(faulty: true).filter { path in
      !Self.beyondSchemas.contains { path.contains("faults-\($0)") }
    }
    try #require(!files.isEmpty)
    for file in files {
      let answer = try await Self.judge([file])
      #expect(answer.status == 1, "\(file): \(answer.text)")
    }
  }
}
