import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// What lint says of a spec beside the plan of its template: a recipe, the steps that come later, and the places at which something
/// cannot come true. Where nothing is certain, it is silent.
@Suite struct PredictionTests {
  private static let folder = "predictions"

  @Test(arguments: try names())
  func `only what is certain is told`(name: String) async throws {
    let files = try CaseFolder.files(
      in: "\(Self.folder)/\(name)", endings: [".rb", ".json", ".yaml", ".txt"])
    let texts = Dictionary(files.map { ($0.name, $0.text) }) { first, _ in first }
    let spec = try #require(texts["spec.yaml"])
    let tree = MemoryFileTree([
      "machine.json": Array(Self.template(later: texts["later.json"] ?? "[]").utf8),
      "machine.spec.yaml": Array(spec.utf8),
      "cookbooks/app/metadata.rb": Array("name 'app'\nversion '1.0.0'\n".utf8),
      "cookbooks/app/recipes/default.rb": Array(try #require(texts["recipe.rb"]).utf8),
    ])
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["machine.json"], inputs: TemplateInputs(workingDirectory: "/")))
    let found = result.findings.filter { $0.rule == "spec/contradicted-by-plan" }.map { finding in
      let start = result.sources[finding.primary.file]?.position(at: finding.primary.range.start)
      return "\(start?.line ?? 0):\(start?.column ?? 0) \(finding.message)"
    }
    try Golden.expect(
      found.map { $0 + "\n" }.joined(), at: Repository.fixture("\(Self.folder)/\(name)/expected.txt"))
    #expect(!result.findings.contains { $0.severity == .error && $0.rule != "spec/contradicted-by-plan" })
  }

  private static func names() throws -> [String] {
    let names = try Disk(workingDirectory: Repository.root).list("Fixtures/\(folder)")
    guard !names.isEmpty else { throw CaseFolder.Unusable(description: "no cases in Fixtures/\(folder)") }
    return names
  }

  private static func template(later: String) -> String {
    let steps = later.drop { $0 != "[" }.dropFirst().prefix { $0 != "\n" }.dropLast()
    return """
      {
        "builders": [{"type": "docker", "image": "debian:bookworm-20240904", "commit": true}],
        "provisioners": [
          {
            "type": "chef-solo",
            "cookbook_paths": ["cookbooks"],
            "run_list": ["app"],
            "prevent_sudo": true,
            "skip_install": true
          }\(steps.isEmpty ? "" : ", \(steps)")
        ]
      }
      """
  }
}
