import DataSyntax
import Diagnostics
import Host
import Lint
import Packer
import RuleCatalog
import Rules
import Source
import Support
import Testing

/// Templates with one fault each, made of the accepted cases, judged by the real Packer and by us.
@Suite struct ValidateOracleTests {
  private static let canRun = Machine.runs(
    .oracles, needing: "packer", isThere: Machine.hasProgram("packer"))

  @Test(
    .enabled(if: canRun), .timeLimit(.minutes(15)), arguments: ["docker", "file", "null", "vagrant", "lxd"])
  func `Builders with one fault are judged as Packer judges them`(type: String) async throws {
    let written = try Self.options(ofBuilder: type)
    let facts = try #require(ComponentCatalog.load(.embedded).catalog[.builder, type])
    let mutations = Mutation.all(of: facts, written: written)
    var differing: [String] = []
    for start in stride(from: 0, to: mutations.count, by: 16) {
      let batch = Array(mutations[start..<min(start + 16, mutations.count)])
      let lines = batch.enumerated().map { index, mutation in
        "{\"type\": \"\(type)\", \"name\": \"m\(index)e\"\(mutation.options.isEmpty ? "" : ", ")\(mutation.options)}"
      }
      let template = "{\"builders\": [\n" + lines.joined(separator: ",\n") + "\n]}"
      let theirs = try await Self.refusedByPacker(template, count: batch.count)
      let ours = await Self.refusedByUs(template)
      for (index, mutation) in batch.enumerated() where theirs.contains(index) != ours.contains(index) {
        differing.append("\(mutation.about): packer \(theirs.contains(index) ? "refuses" : "accepts") it")
      }
    }
    #expect(differing == [])
  }

  /// The options of the first accepted case that has such a builder, as JSON.
  private static func options(ofBuilder type: String) throws -> [(name: String, json: String)] {
    for file in try CaseFolder.files(in: "validate/accepted", endings: [".json"]) {
      let source = SourceFile(FileID(file.name), bytes: file.bytes)
      guard let template = PackerTemplate.read(source, as: .json).0, !file.text.contains("{{") else {
        continue
      }
      for builder in template.builders where builder.type?.value == type {
        return builder.options.map { entry in
          (
            entry.name.value,
            String(decoding: source.bytes[entry.value.location.range.indices], as: UTF8.self)
          )
        }
      }
    }
    throw CaseFolder.Unusable(description: "no accepted case has a builder `\(type)`")
  }

  /// The builders that Packer names in what it says.
  private static func refusedByPacker(_ template: String, count: Int) async throws -> Set<Int> {
    let command = Command(
      ["packer", "validate", "-"], environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1"]),
      workingDirectory: ValidateCase.folder, input: .bytes(Array(template.utf8)), deadline: 120)
    let output = String(decoding: try await command.output().output, as: UTF8.self)
    return Set((0..<count).filter { output.contains("Error: Failed to prepare build: \"m\($0)e\"") })
  }

  /// The builders on whose lines we find something.
  private static func refusedByUs(_ template: String) async -> Set<Int> {
    let tree = OverlayFileTree(
      ["generated.json": Array(template.utf8)], over: Disk(workingDirectory: ValidateCase.folder))
    var inputs = TemplateInputs(workingDirectory: ValidateCase.folder)
    inputs.environment = ["HOME": "/nowhere", "PATH": "/nowhere"]
    let request = LintRequest(["generated.json"], profile: .validate, inputs: inputs)
    let result = await Linter(tree, registry: .standard).run(request)
    return Set(
      result.findings.compactMap { finding in
        result.sources[finding.primary.file].map { $0.lines.line(at: finding.primary.range.start) - 2 }
      })
  }
}
