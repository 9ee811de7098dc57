import Host
import Support
import Testing

/// A folder of `Fixtures/goss/dgoss`: goss's files, a script `run.sh` that calls `dgoss`, and what dgoss of goss 0.4.9 with docker 28
/// printed on standard output, what it showed of the container's logs on standard error, its exit code, and the files that it made.
/// A case is added by adding a folder; its images are `tiny:1` of `.ci/base-image` and `xp-fixture:1` of `.ci/spec-image`.
struct DGossRecording: Sendable, CustomStringConvertible {
  /// What a run came to.
  struct Outcome: Equatable, Sendable {
    var output: String
    var told: String
    var status: Int32
    var files: [String: String]
  }

  private static let root = Repository.fixture("goss/dgoss")
  private static let mark = "expected."

  let name: String

  var description: String { name }
  private var folder: String { "\(Self.root)/\(name)" }

  static func all() throws -> [DGossRecording] {
    let names = try Disk(workingDirectory: "/").list(root)
    guard names.count > 30 else {
      throw CaseFolder.Unusable(description: "recordings are missing in \(root)")
    }
    return names.map { DGossRecording(name: $0) }
  }

  var expected: Outcome {
    get throws {
      let results = try Disk(workingDirectory: folder).list(".").filter { $0.hasPrefix(Self.mark) }
      var texts: [String: String] = [:]
      for result in results { texts[String(result.dropFirst(Self.mark.count))] = try text(result) }
      func take(_ name: String) -> String { texts.removeValue(forKey: name) ?? "" }
      return Outcome(
        output: take("stdout"), told: take("stderr"), status: Int32(take("exit").filter { $0 != "\n" }) ?? -1,
        files: texts)
    }
  }

  var needsFixture: Bool { get throws { try text("run.sh").contains("xp-fixture:1") } }

  /// What the program comes to under the name `dgoss`.
  func run(_ program: Program) async throws -> Outcome {
    let links = program.folder + "/links"
    let script = """
      mkdir links case && ln -s "$1" links/dgoss && cp -r "$2/." case && rm case/expected.*
      """
    let made = try await Command(
      ["sh", "-c", script, "sh", Program.path, folder], workingDirectory: program.folder
    ).output()
    try #require(made.termination.succeeded, "\(String(decoding: made.error, as: UTF8.self))")
    var inside = program
    inside.executable = "/bin/sh"
    inside.environment["OVENPROOF_HOME"] = program.folder + "/.home"
    inside.environment["PATH"] = links + ":" + (HostEnvironment.current()["PATH"] ?? "")
    inside.folder = program.folder + "/case"
    let answer = try await inside.run(["./run.sh"])
    var files: [String: String] = [:]
    for name in try expected.files.keys {
      let bytes = try? Disk(workingDirectory: inside.folder).read(name, limit: 1 << 16)
      files[name] = bytes.map { String(decoding: $0, as: UTF8.self) }
    }
    return Outcome(
      output: GossExperiment.normalised(answer.output), told: Self.told(in: answer.error),
      status: answer.status, files: files)
  }

  /// What is no word of ours.
  private static func told(in error: String) -> String {
    let ours = ["INFO: ", "error: ", "  help: ", "note: "]
    let lines = error.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !ours.contains { line.hasPrefix($0) }
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Disk(workingDirectory: folder).read(file, limit: 1 << 20), as: UTF8.self)
  }
}
