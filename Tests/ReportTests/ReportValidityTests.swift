import Diagnostics
import Host
import Report
import Support
import Testing

/// Each format is valid for its consumer, whatever the texts of users hold.
@Suite(.enabled(if: Checkers.areThere)) struct ReportValidityTests {
  private static let hasMaterials = Materials.has("compliance/schemas")

  /// A record by the name under which it is written.
  private static func records() throws -> [(name: String, record: RunRecord)] {
    [
      ("sample", try SampleRecord().record),
      ("hostile", HostileTextTests.ordinaryDialects),
      ("empty", RunRecord(tool: .init(version: "0.1.0"))),
      ("long", long),
      ("odd-paths", oddPaths),
    ]
  }

  /// Names and lines of a megabyte.
  private static var long: RunRecord {
    let text = String(repeating: "ä<]]>%::x,", count: 100_000)
    var record = RunRecord(tool: .init(version: "0.1.0"))
    let place = Place(
      file: "long.json", start: .init(line: 1, column: 900_000, offset: 1_800_000),
      end: .init(line: 1, column: 900_009, offset: 1_800_018), snippet: text)
    record.findings = [
      Finding(rule: "packer/unknown-option", severity: .error, message: text, help: text, place: place)
    ]
    record.fileCount = 1
    return record
  }

  private static var oddPaths: RunRecord {
    var record = RunRecord(tool: .init(version: "0.1.0"))
    let files = [
      "/srv/builds/machine.json", "../up/machine.json", "a b/50% #1?.json", "c:\\win.json", "ü/漢字.yaml",
      "-x.json",
      "a:b.json", "\u{FFFD}.json",
    ]
    record.findings = files.map { file in
      Finding(
        rule: "packer/unknown-option", severity: .warning, message: "no option `x`",
        place: Place(
          file: file, start: .init(line: 2, column: 3, offset: 9), end: .init(line: 3, column: 1, offset: 20),
          snippet: "\"x\": {"))
    }
    record.fileCount = files.count
    return record
  }

  private static func judge(_ judge: ReportJudge) async throws {
    try await TemporaryFolder.with { folder in
      for (name, record) in try records() where !(judge.isStrictOnPaths && name == "odd-paths") {
        let path = "\(folder)/\(name).\(judge.format.rawValue)"
        try HostFile.write(judge.format.write(record, .run), to: path)
        let answer = try await Checkers.run(judge.words + [path])
        #expect(answer.status == 0, "\(judge.name) on \(name): \(answer.text.prefix(2000))")
      }
    }
  }

  @Test(
    "Other people's schemas and scripts take every report", .enabled(if: hasMaterials),
    arguments: ReportJudge.all)
  func valid(_ judge: ReportJudge) async throws {
    try await Self.judge(judge)
    if let bad = judge.bad {
      let answer = try await Checkers.run(judge.words + [bad])
      #expect(answer.status != 0, "\(judge.name) takes \(bad) too")
    }
  }

  @Test("Programs that read the formats take every report", arguments: ReportJudge.readers)
  func readable(_ judge: ReportJudge) async throws { try await Self.judge(judge) }
}
