import Host
import Packer
import Source
import Support
import Testing

/// Every kind of fault at its exact place.
struct TemplateFaultTests {
  @Test(arguments: try FaultCase.all())
  func `finds what is wrong at the exact bytes`(example: FaultCase) {
    // A case about something else may leave a variable unused, or a doubt.
    let found = FoundFault.all(in: example, catalog: CatalogFiles.catalog).filter { fault in
      !["unusedVariable", "doubtful"].contains(fault.problem) || example.problems.contains(fault.problem)
    }
    #expect(found.map(\.problem).sorted() == example.problems.sorted())
    #expect(found.map(\.range) == example.ranges)
  }

  @Test(
    .enabled(if: Machine.runs(.oracles, needing: "packer", isThere: Machine.hasProgram("packer"))),
    arguments: try FaultCase.all())
  func `refuses what Packer refuses`(example: FaultCase) async throws {
    // A server that is not there decides this one.
    if example.about.contains("unknown value") { return }
    let refused = FoundFault.all(in: example, catalog: CatalogFiles.catalog).contains(where: \.isRefused)
    let command = Command(
      ["packer", "validate"] + example.arguments + ["-"],
      environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1"]), workingDirectory: Repository.root,
      input: .bytes(example.bytes), deadline: 60)
    let output = try await command.output()
    #expect(refused == !output.termination.succeeded, "\(String(decoding: output.output, as: UTF8.self))")
  }
}
