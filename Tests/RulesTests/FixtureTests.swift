import Diagnostics
import Host
import Lint
import Packer
import Rules
import Source
import Support
import Testing

/// The templates under `Fixtures`, linted on the disk.
@Suite struct FixtureTests {
  @Test func `In the broken machines every planted fault is found, and nothing else`() async throws {
    let result = try await lint("broken")
    let found = result.findings.map { finding in
      let start = result.sources[finding.primary.file]?.position(at: finding.primary.range.start)
      return "\(finding.primary.file.path):\(start?.line ?? 0):\(start?.column ?? 0) \(finding.rule)"
    }
    let planted = try Self.planted()
    #expect(planted.count > 30)
    #expect(Set(found).subtracting(planted) == [], "not planted")
    #expect(Set(planted).subtracting(found) == [], "not found")
  }

  @Test func `In the greeter nothing is found`() async throws {
    let result = try await lint("pivot")
    #expect(result.templates.count == 4)
    #expect(result.findings.map(\.message) == [])
    #expect(result.failures.isEmpty)
  }

  private func lint(_ folder: String) async throws -> LintResult {
    let disk = Disk(workingDirectory: Repository.fixture(folder))
    let inputs = TemplateInputs(workingDirectory: disk.workingDirectory)
    return await Linter(disk, registry: .standard).run(LintRequest(["."], inputs: inputs))
  }

  /// The rows of the table: place and rule.
  private static func planted() throws -> [String] {
    let text = String(
      decoding: try CaseFolder.bytes(of: Repository.fixture("broken/FAULTS.md")), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| place") }.map { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.prefix { $0 != " " })
      }
      return "\(cells[0]) \(cells[1])"
    }
  }
}
