import Diagnostics
import Lint
import Packer
import RuleCatalog
import Testing

/// The profile `validate` against verdicts of the real Packer.
@Suite struct ValidateProfileTests {
  @Test(arguments: try ValidateCase.all())
  func `A template is judged as packer validate judges it`(example: ValidateCase) async {
    let result = await example.result()
    #expect(result.failures.isEmpty && result.templates.count == 1)
    let said = result.findings.map { "\($0.rule): \($0.message)" }
    #expect(said.isEmpty == (example.verdict == .accepted), "\(said)")
  }

  @Test(arguments: try ValidateCase.all())
  func `Syntax and shape are judged as with -syntax-only`(example: ValidateCase) async {
    let said = await example.result(.syntax).findings.map { "\($0.rule): \($0.message)" }
    #expect(said.isEmpty == (example.verdict != .broken), "\(said)")
  }

  @Test func `Only rules of the profile speak, and all as errors`() async throws {
    for example in try ValidateCase.all() {
      for finding in await example.result().findings {
        #expect(finding.severity == .error)
        #expect(RuleCatalog.page(finding.rule)?.profiles.contains(.validate) == true, "\(finding.rule)")
      }
    }
  }

  @Test func `There are as many cases as were recorded`() throws {
    let cases = try ValidateCase.all()
    #expect(cases.count >= 600)
    #expect(
      ValidateCase.Verdict.allCases.allSatisfy { verdict in cases.count { $0.verdict == verdict } > 40 })
  }
}
