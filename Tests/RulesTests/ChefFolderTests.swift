import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// Cookbooks and Chef repositories that are linted without a template, one folder of `Fixtures/chef/standalone` each.
@Suite struct ChefFolderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var testDescription: String { name }

    var folder: String { Repository.fixture("chef/standalone/\(name)") }

    static func all() throws -> [Case] {
      let names = try Disk(workingDirectory: Repository.root).list("Fixtures/chef/standalone")
      guard !names.isEmpty else {
        throw CaseFolder.Unusable(description: "no cases in Fixtures/chef/standalone")
      }
      return names.map { Case(name: $0) }
    }

    /// A line of a file of the case; nil where there is none.
    func line(_ file: String) -> String? {
      guard let bytes = try? CaseFolder.bytes(of: folder + "/" + file) else { return nil }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
  }

  @Test(arguments: try Case.all())
  func `the runs of the folder break where they are said to`(_ example: Case) async throws {
    let place = example.line("FOLDER").map { "tree/" + $0 } ?? "tree"
    let disk = Disk(workingDirectory: example.folder + "/" + place)
    var request = LintRequest(["."], inputs: TemplateInputs(workingDirectory: disk.workingDirectory))
    request.runList = example.line("RUN_LIST")
    let result = await Linter(disk, registry: .standard).run(request)
    let chef = result.findings.filter { $0.rule.name.hasPrefix("chef/") }
    let allowed = result.suppressed.map { "allowed: " + line($0, result.sources) }
    let remarks = result.remarks.map { "remark: " + $0 }
    let lines = chef.map { line($0, result.sources) } + allowed + remarks
    try Golden.expect(
      (lines + ["folders: \(result.chefFolders.count)"]).map { $0 + "\n" }.joined(),
      at: example.folder + "/findings.txt")
  }

  private func line(_ finding: Diagnostic, _ sources: SourceSet) -> String {
    let chain = finding.chain.map { "\($0.what) (\(place($0.location, sources))) > " }.joined()
    return
      "\(chain)\(place(finding.primary, sources)) \(finding.severity) \(finding.rule): \(finding.message)"
  }

  private func place(_ location: Location, _ sources: SourceSet) -> String {
    let position = sources[location.file]?.position(at: location.range.start)
    return "\(location.file):\(position?.line ?? 0):\(position?.column ?? 0)"
  }
}
