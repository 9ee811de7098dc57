import Host
import Support
import Testing

@Suite struct StructureTestOracleTests {
  private static let oracle = Checkers.path("container-structure-test")

  private static let canCompare = Machine.runs(
    .oracles, needing: "root, runc, docker, dockerd and container-structure-test (`make checkers`)",
    isThere: DockerDaemon.isThere && Machine.hasProgram("runc")
      && Disk(workingDirectory: "/").status(oracle) != nil)

  @Test(.enabled(if: canCompare)) func `Judges the same image as the real one does`() async throws {
    try await StructureTestImages.withStore { program, paths in
      try await DockerDaemon.with(holding: [paths["FIXTURE"] ?? "", paths["BASE"] ?? ""]) { host in
        var compared = 0
        for experiment in try StructureTestExperiment.all() {
          let words = try experiment.words(paths)
          // Other drivers need no daemon, and their bugs are on record.
          guard !words.contains("-d"), !words.contains("--image-from-oci-layout") else { continue }
          let environment = try experiment.environment
          var ours = program
          ours.environment = ["OVENPROOF_HOME": program.folder + "/.home"].merging(environment) { $1 }
          ours.folder = experiment.folder
          let answer = try await ours.run(["container-structure-test"] + words)
          let theirs = try await Command(
            [Self.oracle] + words,
            environment: .inherited(adding: environment.merging(["DOCKER_HOST": host]) { $1 }),
            workingDirectory: experiment.folder, deadline: 120
          ).output(limit: 16 << 20)
          let output = String(decoding: theirs.output, as: UTF8.self)
          #expect(
            StructureTestReport(answer.output).verdicts == StructureTestReport(output).verdicts,
            "\(experiment.name):\n\(answer.output)\n\(output)")
          #expect(.exited(answer.status) == theirs.termination, "\(experiment.name)")
          compared += 1
        }
        #expect(compared > 50)
      }
    }
  }

  private static let shadowed = """
    schemaVersion: 2.0.0
    fileContentTests:
      - {name: line, path: /etc/passwd, expectedContents: [root, "^nobody is here$"]}
      - {name: line, path: /etc/passwd, expectedContents: [root], excludedContents: [zzz]}
    fileExistenceTests:
      - {name: there, path: /etc/passwd, shouldExist: false}
      - {name: owner, path: /etc/passwd, shouldExist: true, uid: 77}
      - {name: mode, path: /etc/passwd, shouldExist: true, permissions: "MODE"}
    licenseTests:
      - {debian: false, files: [/etc/passwd]}
      - {debian: false, files: [/etc/absent]}

    """

  @Test(.enabled(if: canCompare)) func `A shadow differs only where verdicts do`() async throws {
    try await StructureTestImages.withStore { program, paths in
      try await DockerDaemon.with(holding: [paths["FIXTURE"] ?? ""]) { host in
        var program = program
        program.environment = [
          "DOCKER_HOST": host, "PATH": HostFile.folder(of: Self.oracle) + ":/usr/local/bin:/usr/bin:/bin",
        ]
        // The original takes no octal mode, which is right here.
        for (mode, different) in [("-rw-r--r--", 0), ("0644", 1)] {
          try HostFile.write(
            Array(Self.shadowed.replacing("MODE", with: mode).utf8), to: program.folder + "/cst.yaml")
          let answer = try await program(
            "verify", "docker-daemon:xp-fixture:1", "--spec", "cst.yaml", "--shadow")
          #expect(answer.status == 1, "\(answer.error)")
          #expect(answer.error.contains("cst.yaml: \(different) of 7 verdicts differ"), "\(answer.error)")
        }
      }
    }
  }
}
