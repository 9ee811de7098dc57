import Host
import Support
import Testing

@Suite struct StructureTestConformanceTests {
  /// Where ours is meant to differ, with the reason: `EXPERIMENT verdict|bytes REASON` a line.
  private struct Deviations {
    private var kinds: [String: String] = [:]

    init() throws {
      let bytes = try Disk(workingDirectory: Repository.fixture("structure-test")).read(
        "deviations.tsv", limit: 1 << 20)
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
        let parts = line.split(separator: "\t").map(String.init)
        try #require(parts.count == 3 && ["verdict", "bytes"].contains(parts[1]), "\(line)")
        kinds[parts[0]] = parts[1]
      }
    }

    func allow(_ kind: String, of experiment: String) -> Bool {
      kinds[experiment] == kind || (kind == "bytes" && kinds[experiment] == "verdict")
    }

    var names: Set<String> { Set(kinds.keys) }
  }

  @Test func `Says what container-structure-test said`() async throws {
    let deviations = try Deviations()
    let experiments = try StructureTestExperiment.all()
    var (judged, sameVerdicts, sameBytes, verdicts) = (0, 0, 0, 0)
    var deviating: Set<String> = []
    try await StructureTestImages.withStore { program, paths in
      for experiment in experiments where try Program.canBake || !experiment.runsCommands {
        judged += 1
        let answer = try await Self.run(experiment, program, paths)
        let (ours, theirs) = (StructureTestReport(answer.output), StructureTestReport(try experiment.output))
        let status = try experiment.status
        verdicts += theirs.verdicts.count
        // A report that no verdict is read from would be equal to any other.
        #expect(!theirs.verdicts.isEmpty || theirs.text.count < 200, "\(experiment.name)")
        let isSame = ours.verdicts == theirs.verdicts && answer.status == status
        if isSame { sameVerdicts += 1 }
        if isSame && ours == theirs { sameBytes += 1 } else { deviating.insert(experiment.name) }
        #expect(
          isSame || deviations.allow("verdict", of: experiment.name),
          "\(experiment.name): \(answer.status)\n\(answer.output)\n\(answer.error)")
        #expect(
          ours == theirs || deviations.allow("bytes", of: experiment.name),
          "\(experiment.name):\n\(ours.text)")
      }
    }
    #expect(
      deviations.names.subtracting(deviating).isEmpty || judged < experiments.count, "these do not deviate")
    print(
      "structure-test: of \(experiments.count) experiments \(judged) with \(verdicts) verdicts judged, \(sameVerdicts) with equal verdicts and exit code, \(sameBytes) with equal output"
    )
  }

  private static func run(
    _ experiment: StructureTestExperiment, _ program: Program, _ paths: [String: String]
  ) async throws -> Program.Answer {
    var program = program
    // The store is that of the first folder.
    program.environment = ["OVENPROOF_HOME": program.folder + "/.home"].merging(try experiment.environment) {
      $1
    }
    program.folder = experiment.folder
    return try await program.run(["container-structure-test"] + experiment.words(paths))
  }
}

/// The images of the experiments.
enum StructureTestImages {
  /// A store with `xp-fixture:1` and `base:bookworm`, and the paths of all archives by the marks that stand for them.
  static func withStore<Result>(
    _ files: [String: String] = [:], _ body: (Program, [String: String]) async throws -> Result
  ) async throws -> Result {
    var paths: [String: String] = [:]
    for kind in ["fixture", "base", "leak", "layout", "unnamed", "metadata"] {
      paths[kind.uppercased()] = try await Script.run("spec-image", [kind])
    }
    return try await Program.with(files) { program in
      for (kind, name) in [("FIXTURE", "xp-fixture:1"), ("BASE", "base:bookworm")] {
        let answer = try await program("image", "import", paths[kind] ?? "", "--as", name)
        guard answer.status == 0 else { throw Script.Failure(description: answer.error) }
      }
      return try await body(program, paths)
    }
  }
}
