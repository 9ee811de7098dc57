import Host
import Support
import Testing

/// A disk that is full where a build is to write: what to do is said, and nothing half-written stays.
@Suite(
  .enabled(
    if: Machine.runs(
      .engines, needing: "root (full disks)", isThere: Machine.isRoot && Machine.hasProgram("unshare"))),
  .serialized, .timeLimit(.minutes(5)))
struct FullDiskTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let template: String
    var arguments: [String] = []

    init(_ name: String, _ template: String, _ arguments: [String] = []) {
      testDescription = name
      self.template = template
      self.arguments = arguments
    }
  }

  private static let builder = #"{"type": "file", "source": "large", "target": "made"}"#
  private static func post(_ text: String) -> String {
    #"{"builders": [\#(builder)], "post-processors": [\#(text)]}"#
  }

  static let cases = [
    Case(
      "the file builder's text",
      #"{"builders": [{"type": "file", "content": "{{user `text`}}", "target": "out/made"}], "variables": {"text": ""}}"#,
      ["-var", "text=" + String(repeating: "long ", count: 2000)]),
    Case(
      "the file builder's copy",
      #"{"builders": [{"type": "file", "source": "large", "target": "out/made"}]}"#),
    Case("compress", post(#"{"type": "compress", "output": "out/made.tar.gz"}"#)),
    Case("compress by a program", post(#"{"type": "compress", "output": "out/made.tar.xz"}"#)),
    Case("checksum", post(#"{"type": "checksum", "checksum_types": ["sha256"], "output": "out/sums"}"#)),
    Case("manifest", post(#"{"type": "manifest", "output": "out/manifest.json"}"#)),
    Case("report", #"{"builders": [\#(builder)]}"#, ["--report", "json:out/report.json"]),
  ]

  @Test(arguments: cases.filter { !$0.template.contains("tar.xz") || Machine.hasProgram("xz") })
  func `says what to do, and leaves nothing`(_ example: Case) async throws {
    try await Program.with(["machine.json": example.template]) { program in
      try HostFile.makeFolder(program.folder + "/out")
      // What does not shrink.
      _ = try await Command(
        ["sh", "-c", "head -c 200000 /dev/urandom >large"], workingDirectory: program.folder
      )
      .output()
      var full = program
      full.wrapper = [
        "unshare", "--mount", "sh", "-c",
        #"""
        mount -t tmpfs -o size=64k none out && head -c 100000 /dev/zero >out/fill 2>/dev/null
        "$0" "$@"; code=$?; ls -A out >list; exit $code
        """#,
      ]
      let answer = try await full.run(["build", "machine.json"] + example.arguments)
      #expect(answer.status != 0, "\(answer.error)")
      #expect((answer.output + answer.error).contains("free some space"), "\(answer.output)\(answer.error)")
      let list = try Disk(workingDirectory: program.folder).read("list", limit: 1000)
      #expect(String(decoding: list, as: UTF8.self) == "fill\n")
    }
  }
}
