import DataSyntax
import Diagnostics
import Host
import RuleCatalog
import Source
import Support
import Testing

/// The examples of rules whose findings no lint can make: each is rehearsed in the image that it names, or planned for the
/// engine that it names.
@Suite(.enabled(if: Program.canBake), .timeLimit(.minutes(10)))
struct RehearsalPageTests {
  /// A finding as it is drawn or told.
  struct Drawn: Hashable, Comparable, CustomStringConvertible {
    let place: String
    let message: String

    var description: String { "\(place): \(message)" }
    static func < (a: Drawn, b: Drawn) -> Bool { (a.place, a.message) < (b.place, b.message) }
  }

  private static let pages = RuleCatalog.pages.filter { ["engine", "rehearsal"].contains($0.family) }

  private static func examples(_ option: String, _ value: String?) -> [(page: RulePage, example: RuleExample)]
  {
    pages.flatMap { page in page.examples.map { (page, $0) } }.filter { _, example in
      let found = example.values(of: option).first
      return value == nil ? found != nil : found == value
    }
  }

  @Test func `every example says where it is tried`() {
    let tried =
      Self.examples("image", "tiny") + Self.examples("image", "machine") + Self.examples("engine", nil)
    #expect(tried.count == Self.pages.flatMap(\.examples).count)
    #expect(tried.count >= 12)
  }

  @Test func `what a rehearsal in busybox finds is as the carets draw it`() async throws {
    try await Program.withBase([:]) { program in
      for (page, example) in Self.examples("image", "tiny") {
        try await hold(
          program, to: page, example, ["build", "--dry-run", "machine.json", "--format", "json"])
      }
    }
  }

  @Test(
    .enabled(
      if: Machine.runs(
        .engines, needing: "root, runc and mmdebstrap (rehearsals in a Debian)",
        isThere: Machine.isRoot && Machine.hasProgram("mmdebstrap"))))
  func `what a rehearsal in Debian finds is as the carets draw it`() async throws {
    try await Program.withImage("machine", as: "localhost/ovenproof-demo-base:1") { program in
      for (page, example) in Self.examples("image", "machine") {
        try await hold(
          program, to: page, example, ["build", "--dry-run", "machine.json", "--format", "json"])
      }
    }
  }

  @Test func `what an engine cannot give is as the carets draw it`() async throws {
    try await Program.with { program in
      for (page, example) in Self.examples("engine", nil) {
        let engine = try #require(example.values(of: "engine").first)
        let words = ["plan", "machine.json", "--engine", engine, "--format", "json"]
        try await hold(program, to: page, example, words)
      }
    }
  }

  /// Runs a command on the files of an example, in a folder of theirs.
  private func hold(
    _ program: Program, to page: RulePage, _ example: RuleExample, _ words: [String]
  ) async throws {
    var program = program
    program.environment["OVENPROOF_HOME"] = program.folder + "/.home"
    program.folder += "/\(page.title)-\(example.files[0].line)"
    try HostFile.makeFolder(program.folder)
    for file in example.files {
      let path = "\(program.folder)/\(file.path)"
      try HostFile.write(file.bytes, to: path, mode: 0o755)
      // A file of this size, all of it holes.
      guard let size = file.words.first(where: { $0.hasPrefix("size=") }) else { continue }
      _ = try await Command(["truncate", "--size", String(size.dropFirst(5)), path]).output()
    }
    if let size = example.values(of: "disk").first { program.wrapper = try await Self.disk(of: size) }
    let answer = try await program.run(words)
    let drawn = example.files.flatMap { file in
      file.expected.map {
        Drawn(place: "\(file.path):\($0.range.start)-\($0.range.end)", message: $0.message)
      }
    }
    var told = Self.findings(of: page, in: answer.output)
    for expected in drawn {
      // Behind the words that are drawn may stand what differs from machine to machine.
      let index = told.firstIndex {
        $0.place == expected.place && $0.message.hasPrefix(expected.message)
      }
      if let index {
        told.remove(at: index)
      } else {
        Issue.record("\(page.id): not told: \(expected)\n\(answer.output)\(answer.error)")
      }
    }
    #expect(told == [], "\(page.id)")
    #expect(answer.status == (drawn.isEmpty ? 0 : 1), "\(page.id): \(answer.output)\(answer.error)")
  }

  /// What gives a run a disk of a size, with the base image on it: that of the machine may be of any.
  private static func disk(of size: String) async throws -> [String] {
    let tar = try await Script.run("base-image", ["tiny"])
    let script = #"""
      mount -t tmpfs -o size=\#(size) none "$OVENPROOF_HOME"
      "$0" image import \#(tar) --as tiny:1 >&2
      exec "$0" "$@"
      """#
    return ["unshare", "--mount", "sh", "-euc", script]
  }

  private static func findings(of page: RulePage, in output: String) -> [Drawn] {
    let source = SourceFile(FileID("report"), bytes: Array(output.utf8))
    let root = DataParser.parse(DerivedText(source), as: .json).tree.root
    let found = (root["findings"]?.items ?? []) + (root["refusals"]?.items ?? [])
    return found.filter { $0["rule"]?.string == page.id.name }.map { finding in
      let (start, end) = (
        finding["start"]?["offset"]?.integer ?? -1, finding["end"]?["offset"]?.integer ?? -1
      )
      return Drawn(
        place: "\(finding["file"]?.string ?? ""):\(start)-\(end)", message: finding["message"]?.string ?? "")
    }.sorted()
  }
}
