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

  private func outcome(of name: String) throws -> CompilationCase.Outcome {
    let example = try #require(
      CompilationCase.all(in: "chef/convergence", with: "expected").first { $0.name == name })
    return example.outcome(try ResourceFiles.shelf())
  }

  @Test func whatIsConvertedIsNamed() throws {
    let fault = try #require(try outcome(of: "conversion-that-raises").faults.first)
    #expect(fault.notes == ["`coerce` of property `size` of `app_thing[x]` raises it"])
  }

  @Test func aLibraryThatComesTooLateIsNamed() throws {
    let fault = try #require(try outcome(of: "library-too-late").faults.first)
    #expect(fault.help?.hasPrefix("`cookbooks/app/libraries/z.rb` defines it and is loaded later") == true)
  }

  @Test func aNameThatIsNilIsShown() throws {
    let fault = try #require(try outcome(of: "name-that-is-nil").faults.first)
    let message = "name is a required property: `word`, the name of `package`, is nil"
    #expect(fault.kind == .raised(className: "Chef::Exceptions::ValidationFailed", message: message))
  }

  @Test func theWayToAFaultIsShown() throws {
    let outcome = try outcome(of: "nested-resources")
    let chain = try #require(outcome.faults.first).chain.map { link in
      "\(link.what) \(outcome.sources[link.location.file]?.position(at: link.location.range.start).line ?? 0)"
    }
    #expect(
      chain == ["run list 0", "resource `app_outer[x]` 1", "resource `app_thing[x-inner]` 2"])
  }
}
