import Host
import Support
import Testing

/// The recorded runs of goss 0.4.9: the same bytes but for clocks, the same exit code.
@Suite struct GossConformanceTests {
  @Test func `prints what goss printed`() async throws {
    let experiments = try GossExperiment.all()
    let deviations = try GossExperiment.deviations()
    let archive = try await Script.run("spec-image", ["goss"])
    var (judged, same) = (0, 0)
    try await Program.with { program in
      let imported = try await program("image", "import", archive, "--as", "goss-fixture:1")
      try #require(imported.status == 0, "\(imported.error)")
      for experiment in experiments where try Program.canBake || !experiment.runsCommands {
        let (output, status) = try await experiment.run(program, on: "goss-fixture:1")
        let expected = try (experiment.output, experiment.status)
        judged += 1
        if output == expected.0, status == expected.1 { same += 1 }
        if let reason = deviations[experiment.name] {
          #expect(
            output != expected.0 || status != expected.1,
            "\(experiment.name) no longer deviates (\(reason)): take it out of deviations.txt")
        } else {
          #expect(output == expected.0, "\(experiment.name)")
          #expect(status == expected.1, "\(experiment.name)")
        }
      }
    }
    print(
      "goss: of \(experiments.count) recorded runs \(judged) made, \(same) with the same bytes and exit code")
  }

  @Test func `every deviation is of a folder and has a reason`() throws {
    let names = Set(try GossExperiment.all().map(\.name))
    for (name, reason) in try GossExperiment.deviations() {
      #expect(names.contains(name))
      #expect(!reason.isEmpty)
    }
  }
}
