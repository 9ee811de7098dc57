import Diagnostics
import RubyEvaluation
import Source
import Support
import Testing

@testable import Chef

/// What breaks while the resources of a run are taken: cases with the lines of `expected`.
@Suite struct ConvergenceTests {
  @Test(arguments: try CompilationCase.all(in: "chef/convergence", with: "expected"))
  func faultsAreThoseOfChef(_ example: CompilationCase) throws {
    let outcome = example.outcome(try ResourceFiles.shelf())
    let found = outcome.faults.map { $0.words(in: outcome.sources) }
    let expected = String(
      decoding: try CaseFolder.bytes(of: example.folder + "/expected"), as: UTF8.self)
    #expect(found == expected.split(separator: "\n").map(String.init))
  }

  @Test func theWayToAFaultIsShown() throws {
    let example = try #require(
      CompilationCase.all(in: "chef/convergence", with: "expected").first { $0.name == "nested-resources" })
    let outcome = example.outcome(try ResourceFiles.shelf())
    let chain = try #require(outcome.faults.first).chain.map { link in
      "\(link.what) \(outcome.sources[link.location.file]?.position(at: link.location.range.start).line ?? 0)"
    }
    #expect(
      chain == ["run list 0", "resource `app_outer[x]` 1", "resource `app_thing[x-inner]` 2"])
  }
}
