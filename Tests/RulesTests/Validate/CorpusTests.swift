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

/// The profile `validate` on public templates with recorded verdicts, where that folder lies beside the repository.
@Suite struct CorpusTests {
  private static let folder = Materials.path("corpus") ?? ""
  private static let isThere = Materials.has("corpus/truth.json")

  /// One template of the corpus.
  private struct Case: Sendable {
    let folder: String
    let path: String
    let isValid: Bool
    /// Refused for the machine alone: a program, a server or credentials that were missing.
    let isRefusedByMachine: Bool
    let variables: [(name: String, value: String)]
    /// The verdict on what `packer fix` makes of it, and the folder of that verdict; nil where it was valid before.
    let afterFix: (isValid: Bool, folder: String)?
  }

  @Test(.enabled(if: isThere), .timeLimit(.minutes(15)))
  func `At least 98 of 100 templates are judged as recorded`() async throws {
    let cases = try Self.cases()
    var differing: [String] = []
    for example in cases {
      var inputs = TemplateInputs(workingDirectory: example.folder)
      inputs.environment = ["HOME": "/nowhere", "PATH": "/nowhere"]
      inputs.variables = example.variables
      let linter = Linter(Disk(workingDirectory: example.folder), registry: .standard)
      let result = await linter.run(LintRequest([example.path], profile: .validate, inputs: inputs))
      if result.findings.isEmpty == example.isValid || example.isRefusedByMachine { continue }
      differing.append(
        "\(example.path): \(result.findings.first.map { "\($0.rule): \($0.message)" } ?? "accepted")")
    }
    #expect(cases.count > 100)
    #expect(differing.count * 100 <= cases.count * 2, "\(differing)")
  }

  /// Where the verdicts differ, with the reason; by the end of the path.
  private static let differentAfterFix: [String: String] = [:]

  @Test(.enabled(if: isThere), .timeLimit(.minutes(15)))
  func `After our rewrites they are judged as after packer fix`() async throws {
    var counts = (all: 0, valid: 0, equal: 0)
    var differing: [String] = []
    for example in try Self.cases() where !example.isRefusedByMachine && example.path.hasSuffix(".json") {
      guard let afterFix = example.afterFix else { continue }
      let bytes = try CaseFolder.bytes(of: example.path)
      let mended = await RewritesRule.fixed(bytes, named: "machine.json").files.first?.after ?? bytes
      var inputs = TemplateInputs(workingDirectory: afterFix.folder)
      inputs.environment = ["HOME": "/nowhere", "PATH": "/nowhere"]
      inputs.variables = example.variables
      let disk = Disk(workingDirectory: afterFix.folder)
      let request = LintRequest([example.path], profile: .validate, inputs: inputs)
      // A run calls a template by its path from the working directory.
      let names =
        [example.path] + (await Linter(disk, registry: .standard).run(request)).templates.map(\.path)
      let tree = OverlayFileTree(
        Dictionary(names.map { ($0, mended) }) { first, _ in first }, over: disk)
      let result = await Linter(tree, registry: .standard).run(request)
      counts.all += 1
      counts.valid += afterFix.isValid ? 1 : 0
      if result.findings.isEmpty == afterFix.isValid {
        counts.equal += 1
      } else if !Self.differentAfterFix.keys.contains(where: example.path.hasSuffix) {
        differing.append(
          "\(example.path): \(result.findings.first.map { "\($0.rule): \($0.message)" } ?? "accepted")")
      }
    }
    print(
      "after fixes: \(counts.equal) of \(counts.all) judged as recorded, \(counts.valid) recorded as valid")
    #expect(counts.all > 100)
    #expect(differing == [])
  }

  /// The templates; those in YAML are judged as Packer judges the file itself: it reads JSON alone.
  private static func cases() throws -> [Case] {
    let file = SourceFile(FileID("truth.json"), bytes: try CaseFolder.bytes(of: folder + "/truth.json"))
    let root = DataParser.parse(DerivedText(file), as: .json).tree.root
    return root.items.map { item in
      let own = folder + "/templates/" + (item["dir"]?.string ?? "")
      let directory = item["cwd"]?.string ?? "."
      let isYAML = item["format"]?.string == "yaml"
      let later = item["cwd_after_fix"]?.string ?? directory
      return Case(
        folder: directory == "." ? own : own + "/" + directory,
        path: own + "/" + (item["path"]?.string ?? ""),
        isValid: item["valid"]?.bool == true && !isYAML, isRefusedByMachine: item["host_only"]?.bool == true,
        variables: item["vars"]?.entries.map { ($0.key.string ?? "", $0.value.string ?? "") } ?? [],
        afterFix: item["valid_after_fix"]?.bool.map { ($0, later == "." ? own : own + "/" + later) })
    }
  }
}
