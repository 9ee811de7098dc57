import Host
import Support
import Testing

/// Recorded runs of dgoss: the same bytes but for clocks, the same exit code.
@Suite(.enabled(if: Program.canBake), .timeLimit(.minutes(5)))
struct DGossRecordingTests {
  @Test(arguments: try DGossRecording.all())
  func `does what dgoss did`(recording: DGossRecording) async throws {
    let reason = try Deviations.read("goss/dgoss-deviations.txt")[recording.name]
    try await Program.withBase([:]) { program in
      if try recording.needsFixture {
        let archive = try await Script.run("spec-image", ["fixture"])
        let imported = try await program("image", "import", archive, "--as", "xp-fixture:1")
        try #require(imported.status == 0, "\(imported.error)")
      }
      let expected = try recording.expected
      let found = try await recording.run(program)
      if let reason {
        #expect(
          found != expected, "it no longer deviates (\(reason)): take it out of dgoss-deviations.txt")
      } else {
        #expect(found.output == expected.output)
        #expect(found.told == expected.told)
        #expect(found.status == expected.status)
        #expect(found.files == expected.files)
      }
      #expect(try await program.leftovers() == "")
    }
  }

  @Test func `every deviation is of a folder and has a reason`() throws {
    let names = Set(try DGossRecording.all().map(\.name))
    for (name, reason) in try Deviations.read("goss/dgoss-deviations.txt") {
      #expect(names.contains(name))
      #expect(!reason.isEmpty)
    }
  }
}
