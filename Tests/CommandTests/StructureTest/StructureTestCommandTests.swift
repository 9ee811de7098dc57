import Glibc
import Host
import Support
import Testing

@Suite struct StructureTestCommandTests {
  private static let files = [
    "root/etc/passwd": "root:x:0:0:root:/root:/bin/sh\n",
    "cst.yaml": "schemaVersion: 2.0.0\nfileExistenceTests: [{name: there, path: /etc/passwd}]\n",
    "bad.yaml": "schemaVersion: 2.0.0\nfileExistenceTests: [{name: gone, path: /etc/shadow}]\n",
  ]

  @Test func `The program is container-structure-test under that name`() async throws {
    try await Program.with(Self.files) { program in
      let link = program.folder + "/container-structure-test"
      try #require(symlink(Program.path, link) == 0)
      var program = program
      program.executable = link
      let good = try await program("test", "--image", "dir:root", "--config=cst.yaml", "-o", "json")
      #expect(good.status == 0, "\(good.error)")
      #expect(good.output.hasPrefix(#"{"Pass":1,"Fail":0,"Total":1,"#), "\(good.output)")
      let bad = try await program("test", "-i", "dir:root", "-c", "cst.yaml", "-cbad.yaml", "-qojson")
      #expect(bad.status == 1 && bad.output.isEmpty, "\(bad.output)")
      let version = try await program("version")
      #expect(version.output.contains("container-structure-test 1.19.1"))
      let word = try await program("lint")
      #expect(word.status == 1)
      #expect(word.error.contains("unknown command `lint`"), "\(word.error)")
    }
  }

  @Test func `Licences end where there are no documents`() async throws {
    let spec = "schemaVersion: 2.0.0\nlicenseTests: [{debian: true, files: [/etc/passwd, /nope]}]\n"
    try await Program.with(Self.files.merging(["cst.yaml": spec]) { $1 }) { program in
      let answer = try await program(
        "container-structure-test", "test", "-i", "dir:root", "-c", "cst.yaml", "-o", "json", "-d", "tar")
      #expect(answer.status == 1)
      let error = "Error reading directory: open /tmp/extracttar0/usr/share/doc: no such file or directory"
      #expect(answer.output.contains(#""Errors":["\#(error)"],"#), "\(answer.output)")
    }
  }

  /// What a program leaves behind may hold its terminal and write to it for ever.
  @Test(.enabled(if: Program.canBake))
  func `A test ends with its program, whoever still writes to the terminal`()
    async throws
  {
    let spec = """
      schemaVersion: 2.0.0
      containerRunOptions: {allocateTty: true, user: root}
      commandTests: [{name: noisy, command: sh, args: [-c, 'trap "" HUP; yes & sleep 1']}]

      """
    try await Program.withBase(["cst.yaml": spec]) { program in
      var program = program
      program.deadline = 60
      let answer = try await program("container-structure-test", "test", "-i", "tiny:1", "-c", "cst.yaml")
      #expect(
        answer.output.contains("=== RUN: Command Test: noisy\n--- PASS"), "\(answer.output.suffix(2000))")
      #expect(answer.status == 0, "\(answer.error)")
      #expect(try await program.leftovers().isEmpty)
    }
  }
}
