import Support
import Testing

@testable import Chef

@Suite struct CompilationTests {
  @Test(arguments: try CompilationCase.all(in: "chef/cases", with: "resources.json"))
  func collectionIsThatOfChef(_ example: CompilationCase) throws {
    let outcome = example.outcome(try ResourceFiles.shelf())
    #expect(outcome.resources.map(\.description) == example.recorded.map(\.description))
  }

  /// Cases that fail in the rehearsal too, without those about the command line; of what only the machine knows
  /// nothing can be said.
  @Test(arguments: try CompilationCase.all(in: "chef/cases", with: "expected.json"))
  func failingRunsHaveAFault(_ example: CompilationCase) throws {
    let (run, rehearsal) = example.recordedExits
    let isTold = !["SOLO", "ARGS", "ENV"].contains {
      (try? CaseFolder.bytes(of: example.folder + "/" + $0)) != nil
    }
    let faults = example.outcome(try ResourceFiles.shelf()).faults
    let breaks = faults.contains { $0.certainty == .sure && $0.kind.stopsRun }
    if run == 0 {
      #expect(!breaks, "\(faults.map(\.kind))")
    } else if rehearsal != 0, isTold, !Self.machine.contains(example.name) {
      #expect(breaks)
    }
  }

  /// Faults that only the machine knows, and those of files that are read before Chef begins.
  private static let machine: Set<String> = [
    "compile_time_needs_converge", "guard_command_missing", "remote_file_unreachable", "node_json_absent",
    "node_json_bad", "config_absent",
  ]
}
