import Support
import Testing

@Suite struct PathImageTests {
  @Test(.enabled(if: Program.canBake), arguments: ["docker archive", "root file system"])
  func `Runs the commands of a spec in an image that lies at a path`(kind: String) async throws {
    let spec = "commands: {cat /etc/group: {stdout: [nogroup], exit-status: 0}}\n"
    try await StructureTestImages.withStore(["machine.spec.yaml": spec]) { program, paths in
      let tar = try await Script.run("base-image", ["tiny"])
      let path = kind == "docker archive" ? paths["FIXTURE", default: ""] : tar
      let answer = try await program("verify", path, "--spec", "machine.spec.yaml")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(try await program.leftovers().isEmpty)
      let images = try await program("image", "list")
      #expect(images.output.split(separator: "\n").count == 3, "\(images.output)")
    }
  }
}
