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
    let found = outcome.faults.map { Self.words(of: $0, in: outcome.sources) }
    let expected = String(
      decoding: try CaseFolder.bytes(of: example.folder + "/expected"), as: UTF8.self)
    #expect(found == expected.split(separator: "\n").map(String.init))
  }

  /// Certainty, place below the cookbook, and what is wrong.
  private static func words(of fault: ChefFault, in sources: SourceSet) -> String {
    let line = sources[fault.location.file]?.position(at: fault.location.range.start).line ?? 0
    let path = fault.location.file.path.split(separator: "/").dropFirst(2).joined(separator: "/")
    let what =
      switch fault.kind {
      case .raised(let className, _): className
      case .missingFile(_, let source, _, _): "missing \(source)"
      case .missingRecipe(let name, _, _): "missing recipe \(name)"
      case .unknownName(let name, _, _): "unknown name \(name)"
      case .unknownResource(let name, _): "unknown resource \(name)"
      case .unknownProperty(let name, _, _): "unknown property \(name)"
      case .refusedValue(let property, _, _): "refused \(property)"
      case .nilAttribute(let source, _, _): "nil \(source)"
      case .missingNotified(let target, _): "not declared \(target)"
      case .badNotifiedAction(let action, _, _): "no action \(action)"
      default: "\(fault.kind)"
      }
    return "\(fault.certainty == .sure ? "sure" : "maybe") \(path):\(line) \(what)"
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
